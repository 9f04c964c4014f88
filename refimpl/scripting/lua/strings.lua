-- The functions of `string` that take patterns. Lua's own can't be interrupted, and a few repetitions
-- in a pattern keep them busy for years; thousands of them exhaust the C stack. So what is cheap for
-- certain is left to them, and what may not be is done by Lua code.
local host, kernel = ...

local strings, slow, parse = kernel.strings, kernel.slow_patterns, kernel.parse_pattern
local complain, spend, BUDGET = kernel.complain, kernel.spend, kernel.BUDGET
local error, pcall, type, tostring, tonumber = error, pcall, type, tostring, tonumber
local find, gmatch, gsub = string.find, string.gmatch, string.gsub
local sub, byte, char, concat = string.sub, string.byte, string.char, table.concat

-- What a pattern may cost: for a subject of n bytes at most factor * (n + 2) ^ power steps, each of
-- which compares a byte or so.

local getinfo, is_ours = kernel.getinfo, kernel.is_ours

local SMALL = 1e5 -- steps that needn't be counted: a script comes to the hook between such calls
local MOST_REPEATS = 100 -- each is a C function that calls the next
local MOST_COSTS = 500 -- patterns remembered
local OFTEN = 10 -- uses after which a closer look at a pattern is worth its time

-- Kinds of items, and repetitions, that take no more than a byte.
local SHORT = {class = true, open = true, close = true, position = true, ["?"] = true}

-- The only byte in a class; nil if there may be more.
local function only_byte(class)
  if #class == 1 and class ~= "." then return class end
  if #class == 2 and not find(class, "^%%%w") then return sub(class, 2) end
end

-- Whether no byte is in both classes.
local function disjoint(one, other)
  local this = only_byte(one)
  if this then return not find(this, "^" .. other) end
  this = only_byte(other)
  if this then return not find(this, "^" .. one) end
  one, other = "^" .. one, "^" .. other
  for code = 0, 255 do
    local this = char(code)
    if find(this, one) and find(this, other) then return false end
  end
  return true
end

-- For each item whether what follows it matches at whatever place: who has got so far doesn't come
-- back to try otherwise.
local function certainties(items)
  local certain, at_end, result = true, true, {}
  for index = #items, 1, -1 do
    result[index] = certain
    local item = items[index]
    local kind, repeats = item.kind, item.repeats
    if kind == "class" then
      local optional = repeats == "*" or repeats == "-" or repeats == "?"
      -- Any byte, as often as it takes: that gets to the end of the subject.
      if item.text == "." and (repeats == "*" or repeats == "-") and at_end then certain = true
      else certain = certain and optional end
      at_end = at_end and optional
    elseif kind == "end" then
      certain = false
    elseif kind ~= "open" and kind ~= "close" and kind ~= "position" then
      certain, at_end = false, false
    end
  end
  return result
end

-- The next item that takes something of the subject, if it has to.
local function required(items, index)
  for following = index + 1, #items do
    local item = items[following]
    if item.kind == "end" then return item end
    if item.kind == "class" then
      return (not item.repeats or item.repeats == "+") and item
    end
    if item.kind == "scan" or item.kind == "again" then return nil end
  end
  return nil
end

-- Look at a pattern. `closely`: at which bytes are in its classes, too.
local function assess(items, sound, anchored, closely)
  local certain = certainties(items)
  local factor, power, total, most = 1, 0, 1, 0 -- how often an item is tried, the sum of it
  local narrow -- the item past which only one of the last repetitions gets
  local before = {}
  local repeated = 0
  for index = 1, #items do
    local item = items[index]
    local weight, repeats = item.text and #tostring(item.text) or 1, item.repeats
    local here = power
    if item.kind == "scan" or item.kind == "again" then here = power + 1 end
    if repeats then repeated = repeated + 1 end
    if item == narrow then
      total, most = total + factor * weight, power > most and power or most
      factor, power, narrow = before[1], before[2], nil
      here = power
    end
    if repeats and repeats ~= "?" then here = power + 1 end
    total = total + factor * weight
    if here > most then most = here end
    if repeats and not certain[index] then
      local needed = closely and not narrow and required(items, index)
      if needed and (needed.kind == "end" or disjoint(item.text, needed.text)) then
        narrow, before = needed, {factor, power}
      end
      if repeats == "?" then factor = 2 * factor else power = power + 1 end
    end
  end
  -- What each place in the subject costs; but where all that can't fail follows the only
  -- repetition, and what that took is behind the match.
  local first = 1
  while items[first] and SHORT[items[first].repeats or items[first].kind] do first = first + 1 end
  local once = most == 1 and items[first] and items[first].repeats and certain[first]
  if not anchored and not once then most = most + 1 end
  return {factor = total, power = most, sound = sound, repeated = repeated}
end

local costs, count = {}, 0
local limits = {} -- how long a subject may be without a thought about what a pattern costs
local walked = {} -- the same, where a ^ is nothing special

-- For a pattern that nobody has looked at: what it costs if all its repetitions try all they can.
local function roughly(pattern, size)
  if find(pattern, "%%[b%d]") then return nil end
  local _, powers = gsub(pattern, "[*+%-]", "")
  local _, doubles = gsub(pattern, "?", "", MOST_REPEATS)
  local steps = 2 * #pattern * 2 ^ doubles * (size + 2) ^ (powers + 1)
  return powers + doubles < MOST_REPEATS and steps <= BUDGET and steps or nil
end

local UNKNOWN = {sound = false, repeated = 0}

-- What a pattern costs, and how many steps that is for a subject. `roughly_will_do` when it needn't
-- be known whether the pattern is sound.
local function cost_of(pattern, size, anchored, roughly_will_do)
  local cost = costs[pattern]
  if not cost then
    if count == MOST_COSTS then costs, limits, walked, count = {}, {}, {}, 0 end
    count = count + 1
    costs[pattern] = UNKNOWN
    local steps = roughly_will_do and roughly(pattern, size)
    if steps then return UNKNOWN, steps end
    cost = UNKNOWN
  end
  if cost == UNKNOWN then
    local items, _, _, sound = parse(pattern, anchored and 2 or 1)
    cost = assess(items, sound, anchored, false)
    cost.items, cost.uses = items, 0
    costs[pattern] = cost
  end
  local steps = (cost.factor + #pattern) * (size + 2) ^ cost.power
  cost.uses = cost.uses + 1
  if cost.items and (steps > BUDGET or cost.uses == OFTEN) then
    cost = assess(cost.items, cost.sound, anchored, true)
    cost.uses = OFTEN
    costs[pattern] = cost
    steps = (cost.factor + #pattern) * (size + 2) ^ cost.power
  end
  if cost.sound and cost.repeated <= MOST_REPEATS then
    -- Where a pattern is no more than a text, looking for it costs as if the power were 1.
    local limit = (SMALL / (cost.factor + #pattern)) ^ (1 / (cost.power > 1 and cost.power or 1)) - 2
    limits[pattern] = limit
    walked[pattern] = not anchored and limit or nil
  end
  return cost, steps
end

-- At most how many steps all matches of a pattern take together.
function kernel.pattern_steps(pattern, size, closely)
  local anchored = byte(pattern, 1) == 94
  local items, _, _, sound = parse(pattern, anchored and 2 or 1)
  local cost = assess(items, sound, anchored, closely)
  return (cost.factor + #pattern) * (size + 2) ^ cost.power
end

local function cheap(cost, steps)
  return steps <= BUDGET and cost.repeated <= MOST_REPEATS
end

-- The values of a call; or its error, which is that of the function at a level that scripts called.
local function again(level, ok, ...)
  if not ok then complain(level, (...)) end
  return ...
end

local function as_text(value)
  if type(value) == "number" then return tostring(value) end
  return type(value) == "string" and value or nil
end

local function found_text(subject, text, init)
  spend(#subject)
  local start = host.find(subject, text, init)
  if start == 0 then return nil end
  return start, start + #text - 1
end

local function careful(name, native, ...)
  local subject, pattern, init, plain = ...
  subject, pattern, init = as_text(subject), as_text(pattern), init == nil and 1 or tonumber(init)
  if not (subject and pattern and init) then return again(3, pcall(native, ...)) end
  local anchored = byte(pattern, 1) == 94
  if name == "find" and (plain or not find(pattern, "^%Z*[%^%$%*%+%?%.%(%[%%%-]")) then
    local steps = #subject * #pattern
    if steps > BUDGET then return found_text(subject, pattern, host.truncate(init)) end
    spend(steps)
    return native(subject, pattern, init, true)
  end
  local cost, steps = cost_of(pattern, #subject, anchored, true)
  if not cheap(cost, steps) then
    return again(3, pcall(slow[name], subject, pattern, host.truncate(init)))
  end
  spend(steps)
  if cost.sound then return native(...) end
  return again(3, pcall(native, ...))
end

function strings.find(...)
  local subject, pattern, init, plain = ...
  if type(subject) == "string" and (init == nil or type(init) == "number") then
    local limit = limits[pattern]
      or plain and type(pattern) == "string" and SMALL / (#pattern + 1)
    if limit and #subject <= limit then return find(...) end
  end
  return careful("find", find, ...)
end

local match = string.match
function strings.match(...)
  local subject, pattern, init = ...
  local limit = limits[pattern]
  if limit and type(subject) == "string" and #subject <= limit
      and (init == nil or type(init) == "number") then
    return match(...)
  end
  return careful("match", match, ...)
end

local function careful_gmatch(...)
  local subject, pattern = ...
  subject, pattern = as_text(subject), as_text(pattern)
  if not (subject and pattern) then return again(3, pcall(gmatch, ...)) end
  if byte(pattern, 1) == 94 then pattern = "%" .. pattern end
  local cost, steps = cost_of(pattern, #subject, false, true)
  if steps <= SMALL and cost.repeated <= MOST_REPEATS then return gmatch(subject, pattern) end
  local iterator = cheap(cost, steps) and gmatch(subject, pattern) or slow.gmatch(subject, pattern)
  if not cheap(cost, steps) then steps = 0 end
  return function()
    spend(steps)
    return again(2, pcall(iterator))
  end
end

function strings.gmatch(...)
  local subject, pattern = ...
  local limit = walked[pattern]
  if limit and type(subject) == "string" and #subject <= limit then return gmatch(...) end
  return careful_gmatch(...)
end
strings.gfind = strings.gmatch

-- What can stand for what was found; false and nil let that be.
local REPLACES = {string = true, number = true}

local function refuse(value, level)
  error("invalid replacement value (a " .. type(value) .. ")", level)
end

-- A function for gsub that does as a table or function says; `level` is that of who is told if it
-- can't be.
local function replacer(replacement, level)
  if type(replacement) == "table" then
    return function(first)
      local value = replacement[first]
      if value and not REPLACES[type(value)] then refuse(value, level) end
      return value
    end
  end
  if is_ours[replacement] or getinfo(replacement, "S").what == "C" then return replacement end
  return function(...)
    local value = replacement(...)
    if value and not REPLACES[type(value)] then refuse(value, level) end
    return value
  end
end

local function replaced_slowly(subject, pattern, replacement, most)
  local text = as_text(replacement)
  local following, anchored = again(4, pcall(slow.replacements, subject, pattern, text))
  local pieces, at, count = {}, 1, 0

  -- Take over a match; whether there was one.
  local function take(start, stop, first, ...)
    if not start then return false end
    count = count + 1
    pieces[#pieces + 1] = sub(subject, at, start - 1)
    local value
    if text then value = first
    elseif type(replacement) == "function" then value = replacement(first, ...)
    else value = replacement[first] end
    if value and not REPLACES[type(value)] then refuse(value, 6) end
    pieces[#pieces + 1] = value or sub(subject, start, stop - 1)
    if stop == start then pieces[#pieces + 1] = sub(subject, start, start) end
    at = stop > start and stop or start + 1
    return at <= #subject + 1
  end

  while count < most and take(again(4, pcall(following, at))) and not anchored do end
  pieces[#pieces + 1] = sub(subject, at)
  return concat(pieces), count
end

local CALLED = {["function"] = true, table = true}

local function careful_gsub(...)
  local subject, pattern, replacement, most = ...
  subject, pattern = as_text(subject), as_text(pattern)
  local text = as_text(replacement)
  local at_most = most == nil and subject and #subject + 1 or tonumber(most)
  if not (subject and pattern and at_most and (text or CALLED[type(replacement)])) then
    return again(3, pcall(gsub, ...))
  end
  local cost, steps = cost_of(pattern, #subject, byte(pattern, 1) == 94, text)
  if not cheap(cost, steps) or not text and not cost.sound then
    return replaced_slowly(subject, pattern, replacement, kernel.int(at_most))
  end
  spend(steps)
  if text then return again(3, pcall(gsub, ...)) end
  return gsub(subject, pattern, replacer(replacement, 6), at_most)
end

function strings.gsub(...)
  local subject, pattern, replacement, most = ...
  local limit = limits[pattern]
  if limit and most == nil and type(subject) == "string" and #subject <= limit then
    local kind = type(replacement)
    if kind == "string" then
      if find(replacement, "%", 1, true) then return again(2, pcall(gsub, ...)) end
      return gsub(...)
    elseif CALLED[kind] then
      return gsub(subject, pattern, replacer(replacement, 5))
    end
  end
  return careful_gsub(...)
end

-- Lua's patterns, matched by Lua code. Scripts get here only with what the matcher that comes with
-- Lua might be at for long: that one can't be interrupted, this one can.
--
-- A pattern is a row of items, each of which is tried at a place and then hands on to the next;
-- so an item is made a function from a place to where the whole match ends, or nil.
local host, kernel = ...

local error, type, tostring, tonumber, unpack = error, type, tostring, tonumber, unpack
local find, sub, byte = string.find, string.sub, string.byte
local concat = table.concat
local spend = kernel.spend

local MOST_ITEMS = 4000
local MOST_CAPTURES = 32

-- Where the class that begins at `at` ends; nil and what is wrong with it.
local function class_end(text, at)
  local first = sub(text, at, at)
  if first == "%" then
    if at == #text then return nil, "malformed pattern (ends with '%')" end
    return at + 1
  elseif first ~= "[" then
    return at
  end
  at = at + 1
  if sub(text, at, at) == "^" then at = at + 1 end
  -- What comes first stands for itself, even a bracket.
  repeat
    local this = sub(text, at, at)
    if this == "" then return nil, "malformed pattern (missing ']')" end
    at = at + 1
    if this == "%" and at <= #text then at = at + 1 end
  until sub(text, at, at) == "]"
  return at
end

-- The items of a pattern, from `at` on; how many captures it has, which of them are closed, and
-- whether nothing is wrong with it. What is wrong is the last item: it doesn't matter before a match
-- gets there.
local function parse(text, at)
  local stop = find(text, "%z")
  if stop then text = sub(text, 1, stop - 1) end
  local items, count, levels, open = {}, 0, 0, {}
  local closed = {}
  local function add(kind, value, repeats)
    count = count + 1
    items[count] = {kind = kind, text = value, repeats = repeats}
  end
  local function wrong(problem)
    add("problem", problem)
    return items, levels, closed
  end
  while at <= #text do
    local this, following = byte(text, at, at + 1)
    if this == 40 then -- (
      if levels == MOST_CAPTURES then return wrong("too many captures") end
      levels = levels + 1
      if following == 41 then
        closed[levels] = true
        add("position", levels)
        at = at + 2
      else
        open[#open + 1] = levels
        add("open", levels)
        at = at + 1
      end
    elseif this == 41 then -- )
      local level = open[#open]
      if not level then return wrong("invalid pattern capture") end
      open[#open] = nil
      closed[level] = true
      add("close", level)
      at = at + 1
    elseif this == 36 and at == #text then -- $
      add("end")
      at = at + 1
    elseif this == 37 and following == 98 then -- %b
      if at + 3 > #text then return wrong("unbalanced pattern") end
      add("scan", sub(text, at, at + 3))
      at = at + 4
    elseif this == 37 and following == 102 then -- %f
      if sub(text, at + 2, at + 2) ~= "[" then
        return wrong("missing '[' after '%f' in pattern")
      end
      local last, problem = class_end(text, at + 2)
      if not last then return wrong(problem) end
      add("scan", sub(text, at, last))
      at = last + 1
    elseif this == 37 and following and following >= 48 and following <= 57 then -- %1
      if not closed[following - 48] then return wrong("invalid capture index") end
      add("again", following - 48)
      at = at + 2
    else
      local last, problem = class_end(text, at)
      if not last then return wrong(problem) end
      local class = sub(text, at, last)
      if find(class, "^[*+?%-^$)%]]") then class = "%" .. class end
      local repeats = find(text, "^[*+?%-]", last + 1) and sub(text, last + 1, last + 1)
      add("class", class, repeats)
      at = last + (repeats and 2 or 1)
    end
  end
  return items, levels, closed, #open == 0
end

-- A matcher of a pattern in a subject: a function from a place to the match's start, and where what
-- follows the match begins; and a function that gives a capture of the last match.
local function matcher(subject, pattern, from, anchored)
  local items, levels, closed = parse(pattern, from)
  if #items > MOST_ITEMS then error("pattern too complex", 0) end
  local length = #subject
  local starts, stops = {}, {}

  local function node(item, following)
    local kind, text = item.kind, item.text
    if kind == "problem" then
      return function() error(text, 0) end
    elseif kind == "open" then
      return function(at)
        starts[text] = at
        return following(at)
      end
    elseif kind == "close" then
      return function(at)
        stops[text] = at - 1
        return following(at)
      end
    elseif kind == "position" then
      return function(at)
        starts[text], stops[text] = at, false
        return following(at)
      end
    elseif kind == "end" then
      return function(at) return at > length and at or nil end
    elseif kind == "again" then
      return function(at)
        if not stops[text] then return nil end
        local size = stops[text] - starts[text] + 1
        spend(size)
        if sub(subject, at, at + size - 1) ~= sub(subject, starts[text], stops[text]) then
          return nil
        end
        return following(at + size)
      end
    end
    local once = "^" .. text
    if kind == "scan" then
      return function(at)
        local start, stop = find(subject, once, at)
        if not start then
          spend(length - at)
          return nil
        end
        spend(stop - start)
        return following(stop + 1)
      end
    end
    local weight = #text
    local repeats = item.repeats
    if not repeats then
      return function(at)
        spend(weight)
        if at > length or not find(subject, once, at) then return nil end
        return following(at + 1)
      end
    elseif repeats == "?" then
      return function(at)
        spend(weight)
        if at <= length and find(subject, once, at) then
          local stop = following(at + 1)
          if stop then return stop end
        end
        return following(at)
      end
    elseif repeats == "-" then
      return function(at)
        while true do
          local stop = following(at)
          if stop then return stop end
          spend(weight)
          if at > length or not find(subject, once, at) then return nil end
          at = at + 1
        end
      end
    end
    local many = once .. "*"
    local least = repeats == "+" and 1 or 0
    return function(at)
      local _, last = find(subject, many, at)
      spend(weight * (last - at + 2))
      for place = last + 1, at + least, -1 do
        local stop = following(place)
        if stop then return stop end
      end
      return nil
    end
  end

  local match = function(at) return at end
  for index = #items, 1, -1 do match = node(items[index], match) end

  -- Places where not even the first item fits are passed over.
  local first = items[1]
  first = first and first.kind == "class" and (not first.repeats or first.repeats == "+")
    and first.text

  local function search(at)
    while at <= length + 1 do
      if first and not anchored then
        local start = find(subject, first, at)
        spend(#first * ((start or length) - at + 1))
        if not start then return nil end
        at = start
      end
      local stop = match(at)
      if stop then return at, stop end
      if anchored then return nil end
      at = at + 1
    end
    return nil
  end

  local function capture(index, start, stop)
    if index == 0 or index > levels then
      if index > 1 then error("invalid capture index", 0) end
      return sub(subject, start, stop - 1)
    end
    if not closed[index] then error("unfinished capture", 0) end
    return stops[index] and sub(subject, starts[index], stops[index]) or starts[index]
  end

  return search, capture, levels
end

local function captured(capture, count, start, stop)
  local values = {}
  for index = 1, count do values[index] = capture(index, start, stop) end
  return unpack(values, 1, count)
end

-- The functions below take what they need in the right types. Their errors have no position.

local slow = {}

local function beginning(subject, init)
  if init < 0 then init = init + #subject + 1 end
  if init < 1 then init = 1 end
  if init > #subject then init = #subject + 1 end
  return init
end

local function looked_for(subject, pattern, init)
  local anchored = byte(pattern, 1) == 94
  local search, capture, levels = matcher(subject, pattern, anchored and 2 or 1, anchored)
  local start, stop = search(beginning(subject, init))
  return start, stop, capture, levels
end

function slow.find(subject, pattern, init)
  local start, stop, capture, levels = looked_for(subject, pattern, init)
  if not start then return nil end
  return start, stop - 1, captured(capture, levels, start, stop)
end

function slow.match(subject, pattern, init)
  local start, stop, capture, levels = looked_for(subject, pattern, init)
  if not start then return nil end
  return captured(capture, levels > 0 and levels or 1, start, stop)
end

-- A function that gives the captures of one match after the other.
function slow.gmatch(subject, pattern)
  local at = 1
  local search, capture, levels
  return function()
    if not search then search, capture, levels = matcher(subject, pattern, 1, false) end
    local start, stop = search(at)
    if not start then
      at = #subject + 2
      return
    end
    at = stop > start and stop or stop + 1
    return captured(capture, levels > 0 and levels or 1, start, stop)
  end
end

-- What a replacement text stands for.
local function replaced(text, capture, start, stop)
  local pieces, at = {}, 1
  while true do
    local mark = find(text, "%", at, true)
    pieces[#pieces + 1] = sub(text, at, (mark or 0) - 1)
    if not mark then return concat(pieces) end
    local sign = sub(text, mark + 1, mark + 1)
    if sign == "0" then
      pieces[#pieces + 1] = capture(0, start, stop)
    elseif find(sign, "%d") then
      pieces[#pieces + 1] = tostring(capture(tonumber(sign), start, stop))
    else
      pieces[#pieces + 1] = sign ~= "" and sign or "\0"
    end
    at = mark + 2
  end
end

-- An iterator over matches: where one starts and ends, and its replacement if that is a text, or
-- else its captures.
function slow.replacements(subject, pattern, text)
  local anchored = byte(pattern, 1) == 94
  local search, capture, levels = matcher(subject, pattern, anchored and 2 or 1, anchored)
  return function(at)
    local start, stop = search(at)
    if not start then return nil end
    if text then return start, stop, replaced(text, capture, start, stop) end
    return start, stop, captured(capture, levels > 0 and levels or 1, start, stop)
  end, anchored
end

kernel.slow_patterns, kernel.parse_pattern = slow, parse

-- The sandbox: what scripts see of Lua, and how they are run.
--
-- `host` holds functions of the server's; none of them ever reaches a script: they are upvalues of
-- closures made here, and scripts have no `debug` to look at those. Host functions raise nothing.
-- Shared tables are shown through empty proxies, since Lua 5.1 has no read-only tables.
local host, soft_limit = ...

local debug, load, loadstring, setfenv = debug, load, loadstring, setfenv
local native = _G
local error, pcall, xpcall, type, tostring = error, pcall, xpcall, type, tostring
local rawget, next, select, unpack, tonumber = rawget, next, select, unpack, tonumber
local setmetatable, getmetatable = setmetatable, getmetatable
local sethook, getinfo = debug.sethook, debug.getinfo
local collect = collectgarbage
local format, find, match = string.format, string.find, string.match
local sub, byte, gsub = string.sub, string.byte, string.gsub
local concat, dump, floor = table.concat, string.dump, math.floor

local READ_ONLY = "Attempt to modify a readonly table"
local OUT_OF_MEMORY = "not enough memory"

-- Instructions between two looks at the clock.
local HOOK_INTERVAL = 100000

local kernel = {}

-- Errors of functions here are to be told as C functions' are: at the line that called, by the name
-- that they were called by. (So no function of these files is left by a tail call, see machine.py.)

-- `level` is that of the misused function, as error() would count it for who calls this.
local function misused(level, index, problem)
  local info = getinfo(level + 1, "n")
  local name = info.name or "?"
  if info.namewhat == "method" then
    index = index - 1
    if index == 0 then
      error(format("calling '%s' on bad self (%s)", name, problem), level + 2)
    end
  end
  error(format("bad argument #%d to '%s' (%s)", index, name, problem), level + 2)
end

-- The two are for the misused function itself.

local function blame(index, problem)
  misused(2, index, problem)
end

local function type_at(index, ...)
  return select("#", ...) < index and "no value" or type((select(index, ...)))
end

local function expected(index, wanted, ...)
  misused(2, index, wanted .. " expected, got " .. type_at(index, ...))
end

-- Raise what a native function complained of when pcall called it.
local function complain(level, err)
  if type(err) == "string" then
    if err == OUT_OF_MEMORY then error(err, 0) end
    local index, problem = match(err, "^bad argument #(%d+) to '%?' %((.*)%)$")
    if index then misused(level + 1, index, problem) end
  end
  error(err, level + 2)
end

local function again(ok, ...)
  if not ok then complain(2, (...)) end
  return ...
end

kernel.blame, kernel.expected, kernel.misused = blame, expected, misused
kernel.complain, kernel.type_at = complain, type_at
kernel.OUT_OF_MEMORY = OUT_OF_MEMORY

-- Read-only tables.

local behind = setmetatable({}, {__mode = "k"}) -- proxy → table
local metatable_of = setmetatable({}, {__mode = "k"}) -- proxy → what getmetatable shows of it

local function refuse_change()
  error(READ_ONLY, 2)
end

local function proxy_of(target)
  local proxy = {}
  behind[proxy] = target
  setmetatable(proxy, {__index = target, __newindex = refuse_change})
  return proxy
end
kernel.read_only, kernel.refuse_change = proxy_of, refuse_change

-- Memory. Scripts may use `soft_limit` KiB; what lies between it and the allocator's own limit is
-- there so that what the host hands over always fits: it could not bear a failure.

local function memory_left(needed)
  if collect("count") + needed <= soft_limit then return true end
  collect()
  return collect("count") + needed <= soft_limit
end

function kernel.has_room(bytes)
  return memory_left(bytes / 1024)
end

-- The hook: from time to time the host looks whether the script has run for too long.

local reason -- why the script has to end

local function die()
  -- What this file does about the error must not be disturbed.
  if getinfo(2, "S").source ~= "=redis" then error({err = reason}) end
end

local function tick()
  reason = reason or host.tick()
  if reason then
    -- Who catches the error gets it again at his next line.
    sethook(die, "l")
    error({err = reason})
  end
end

-- What C functions do isn't counted by the hook: who lets one work for long says so.
local BUDGET = 1e8 -- steps of some nanoseconds between two looks at the clock
local spent = 0

function kernel.spend(steps)
  spent = spent + steps
  if spent > BUDGET then
    spent = 0
    tick()
  end
end
kernel.BUDGET = BUDGET

-- What scripts see.

local G = {}
local globals = proxy_of(G)
kernel.G, kernel.globals, kernel.getinfo = G, globals, getinfo
local is_ours = {} -- functions that scripts see
kernel.is_ours = is_ours

for _, name in ipairs {
  "assert", "error", "gcinfo", "ipairs", "rawequal", "select", "tonumber", "tostring", "type",
  "unpack", "xpcall",
} do
  G[name] = native[name]
end
G._VERSION = _VERSION
G._G = globals

function G.next(...)
  local t = ...
  if type(t) ~= "table" then expected(1, "table", ...) end
  return next(behind[t] or t, (select(2, ...)))
end
local see_through = G.next

function G.pairs(...)
  local t = ...
  if type(t) ~= "table" then expected(1, "table", ...) end
  if behind[t] then return see_through, t, nil end
  return next, t, nil
end

function G.rawget(...)
  local t, key = ...
  if type(t) ~= "table" then expected(1, "table", ...) end
  if select("#", ...) < 2 then blame(2, "value expected") end
  return rawget(behind[t] or t, key)
end

local rawset = rawset
function G.rawset(...)
  local t = ...
  if type(t) ~= "table" then expected(1, "table", ...) end
  local count = select("#", ...)
  if count < 3 then blame(count + 1, "value expected") end
  if behind[t] then error(READ_ONLY, 0) end
  return again(pcall(rawset, ...))
end

function G.setmetatable(...)
  local t, meta = ...
  if type(t) == "table" and behind[t] and (meta == nil or type(meta) == "table") then
    error(READ_ONLY, 0)
  end
  if type(t) == "table" and type(meta) == "table" and not behind[meta] then
    local old = getmetatable(t)
    if old == nil then return setmetatable(t, meta) end
  end
  -- A proxy as metatable: its fields are those of what lies behind it.
  if type(t) == "table" and behind[meta] and getmetatable(t) == nil then
    local copy = {}
    for key, value in next, behind[meta] do copy[key] = value end
    return setmetatable(t, copy)
  end
  return again(pcall(setmetatable, ...))
end

local string_metatable = getmetatable("")
function G.getmetatable(...)
  local value = ...
  if type(value) == "table" then
    if behind[value] then return metatable_of[value] end
    return getmetatable(value)
  end
  if type(value) == "string" then return metatable_of[string_metatable] end
  if select("#", ...) == 0 then blame(1, "value expected") end
  return nil
end

-- An error that a command replied is caught as its text: scripts expected that before error
-- replies were tables.
local function caught(ok, ...)
  if not ok then
    local err = ...
    if type(err) == "table" then
      local text = rawget(behind[err] or err, "err")
      if text ~= nil then return false, text end
    end
  end
  return ok, ...
end

function G.pcall(...)
  if select("#", ...) == 0 then return false, "attempt to call a boolean value" end
  return caught(pcall(...))
end

-- Only text is loaded: byte code could do anything. ESC begins it; after a blank it is no more than
-- a character that Lua doesn't know.
local function kept(chunk)
  -- Byte code is loaded here, and only here: what Lua itself just made.
  local changed = host.keep_callers(dump(chunk))
  return setfenv(changed and loadstring(changed) or chunk, globals)
end

local function load_text(text, name)
  if byte(text, 1) == 27 then text = " " .. text end
  local chunk, problem = loadstring(text, name)
  if not chunk then return nil, problem end
  return kept(chunk)
end
kernel.load_text = load_text

function G.loadstring(...)
  local text, name = ...
  if type(text) == "number" then text = tostring(text) end
  if type(text) ~= "string" then expected(1, "string", ...) end
  if name ~= nil and type(name) ~= "string" and type(name) ~= "number" then
    expected(2, "string", ...)
  end
  return load_text(text, name and tostring(name) or text)
end

function G.load(...)
  local reader, name = ...
  if type(reader) ~= "function" then expected(1, "function", ...) end
  if name ~= nil and type(name) ~= "string" and type(name) ~= "number" then
    expected(2, "string", ...)
  end
  local first = true
  local function text_reader()
    local piece = reader()
    if first and type(piece) == "string" and piece ~= "" then
      first = false
      if byte(piece, 1) == 27 then piece = " " .. piece end
    end
    return piece
  end
  local chunk, problem = load(text_reader, name and tostring(name) or "=(load)")
  if not chunk then return nil, problem end
  return kept(chunk)
end

-- What a script does to the collector must not outlive it.
local collector_touched = false
local COLLECTION = 1e5 * 16 -- steps it is taken for
function G.collectgarbage(...)
  collector_touched = true
  kernel.spend(COLLECTION)
  return again(pcall(collect, ...))
end

local function calm_collector()
  collector_touched = false
  collect("restart")
  collect("setpause", 200)
  collect("setstepmul", 200)
end

-- A number as C functions take an int.
local function int(number)
  number = host.truncate(number) % 2 ^ 32
  return number < 2 ^ 31 and number or number - 2 ^ 32
end
kernel.int = int

-- Libraries.

local function library(name, functions)
  G[name] = proxy_of(functions)
  return functions
end
kernel.library = library

local function copy(from, names)
  local to = {}
  for name in names:gmatch("%S+") do to[name] = from[name] end
  return to
end

local strings = library("string", copy(string,
  "byte char format len lower reverse sub upper"))
kernel.strings = strings
library("os", copy(os, "clock"))
local tables = library("table", copy(table, "concat foreachi getn maxn remove setn sort"))
local maths = library("math", copy(math, [[
  abs acos asin atan atan2 ceil cos cosh deg exp floor fmod frexp huge ldexp log log10 max min mod
  modf pi pow rad sin sinh sqrt tan tanh]]))
local coroutines = library("coroutine", copy(coroutine, "resume running status yield"))

-- How many values Lua's own insert may move: the hook is deaf meanwhile.
local MOST_MOVED = 10000000

local insert = table.insert
function tables.insert(...)
  local t = ...
  if type(t) == "table" then
    if behind[t] then error(READ_ONLY, 0) end
    local count = select("#", ...)
    local _, place, value = ...
    if count == 2 then
      t[#t + 1] = place
      return
    elseif count == 3 and tonumber(place) and int(tonumber(place)) < #t - MOST_MOVED then
      place = int(tonumber(place))
      for index = #t + 1, place + 1, -1 do rawset(t, index, rawget(t, index - 1)) end
      t[place] = value
      return
    end
  end
  return again(pcall(insert, ...))
end

function tables.foreach(...)
  local t, f = ...
  if type(t) ~= "table" then expected(1, "table", ...) end
  if type(f) ~= "function" then expected(2, "function", ...) end
  for key, value in next, behind[t] or t do
    local result = f(key, value)
    if result ~= nil then return result end
  end
end

-- Lua's own generator belongs to the whole process; this one to the scripts.
function maths.random(...)
  local count = select("#", ...)
  local low, high = 1, nil
  if count > 2 then error("wrong number of arguments", 2) end
  for index = 1, count do
    if not tonumber((select(index, ...))) then expected(index, "number", ...) end
  end
  local fraction = host.random()
  if count == 0 then return fraction end
  if count == 1 then high = tonumber((...)) else low, high = tonumber((...)), tonumber((select(2, ...))) end
  low, high = host.truncate(low), host.truncate(high)
  if low > high then blame(count, "interval is empty") end
  return floor(fraction * (high - low + 1)) + low
end

function maths.randomseed(...)
  local seed = tonumber((...))
  if not seed then expected(1, "number", ...) end
  host.seed(seed)
end

-- A coroutine has a hook of its own.
local create, resume = coroutine.create, coroutine.resume
local function hooked(f)
  local ok, thread
  if type(f) == "function" and not is_ours[f] then ok, thread = pcall(create, f) end
  if not ok then misused(2, 1, "Lua function expected") end
  sethook(thread, tick, "", HOOK_INTERVAL)
  return thread
end

function coroutines.create(...)
  local thread = hooked((...))
  return thread
end

local function resumed(ok, ...)
  if not ok then
    local err = ...
    error(err, type(err) == "string" and 3 or 0)
  end
  return ...
end

function coroutines.wrap(...)
  local thread = hooked((...))
  local function run(...)
    return resumed(resume(thread, ...))
  end
  is_ours[run] = true
  return run
end
setmetatable(is_ours, {__mode = "k"})

function strings.dump(...)
  local f = ...
  if type(f) ~= "function" then expected(1, "function", ...) end
  if getinfo(f, "S").source == "=redis" then error("unable to dump given function", 2) end
  return again(pcall(dump, f))
end

-- One call must not take all memory, nor be deaf to the hook for long.
local rep = string.rep

function strings.rep(...)
  local text, count = ...
  if type(text) == "string" and type(count) == "number" then
    count = int(count)
    if count > 0 and not memory_left(3 * #text * count / 1024) then error(OUT_OF_MEMORY, 0) end
    if #text == 0 then return "" end
    return rep(text, count)
  end
  return again(pcall(rep, ...))
end

-- Errors.

-- Whether a function is of these files, and none that scripts see.
local function is_inner(info)
  return info.source == "=redis" and not is_ours[info.func]
end

-- Where an error happened: in the innermost function; one level further out if that is a C function,
-- which those of this file pass for.
local function place()
  local level = 3
  local info = getinfo(level, "S")
  if info and (info.what == "C" or info.source == "=redis") then
    level = level + 1
    while true do
      info = getinfo(level, "S")
      if not info then break end
      -- Lua's gsub may lie between a function of ours and another that it calls.
      if info.source ~= "=redis"
          and (getinfo(level, "f").func ~= gsub or not is_inner(getinfo(level - 1, "Sf"))) then
        break
      end
      level = level + 1
    end
  end
  return getinfo(level, "Sl")
end

local function explain(err)
  if type(err) ~= "table" then err = {err = "ERR " .. tostring(err)} end
  local info = place()
  if info then
    err.source = info.source
    err.line = info.currentline
  end
  return err
end
G.__redis__err__handler = explain

-- Replies of commands as Lua values.

local decode

local function decode_list(text, from, count)
  local list = {}
  for index = 1, count do
    list[index], from = decode(text, from)
  end
  return list, from
end

local decoders = {
  ["+"] = function(line, text, from) return {ok = line}, from end,
  ["-"] = function(line, text, from) return {err = line}, from end,
  [":"] = function(line, text, from) return tonumber(line), from end,
  ["$"] = function(line, text, from)
    local length = tonumber(line)
    if length < 0 then return false, from end
    return sub(text, from, from + length - 1), from + length + 2
  end,
  ["*"] = function(line, text, from)
    local count = tonumber(line)
    if count < 0 then return false, from end
    return decode_list(text, from, count)
  end,
  ["_"] = function(line, text, from) return nil, from end,
  ["#"] = function(line, text, from) return line == "t", from end,
  [","] = function(line, text, from) return {double = host.read_double(line)}, from end,
  ["("] = function(line, text, from) return {big_number = line}, from end,
  ["="] = function(line, text, from)
    local stop = from + tonumber(line)
    return {verbatim_string = {
      format = sub(text, from, from + 2), string = sub(text, from + 4, stop - 1),
    }}, stop + 2
  end,
  ["%"] = function(line, text, from)
    local map, key, value = {}, nil, nil
    for _ = 1, tonumber(line) do
      key, from = decode(text, from)
      value, from = decode(text, from)
      if key ~= nil then map[key] = value end
    end
    return {map = map}, from
  end,
  ["~"] = function(line, text, from)
    local set, member = {}, nil
    for _ = 1, tonumber(line) do
      member, from = decode(text, from)
      if member ~= nil then set[member] = true end
    end
    return {set = set}, from
  end,
  [">"] = function(line, text, from) return decode_list(text, from, tonumber(line)) end,
}

function decode(text, from)
  local stop = find(text, "\r", from, true)
  return decoders[sub(text, from, from)](sub(text, from + 1, stop - 1), text, stop + 2)
end

function kernel.decode(text)
  local value = decode(text, 1)
  return value
end

-- Lua values as replies. Values of tables are read raw.

local STACK = 7996 -- how much C stack a real server has for a reply; a level takes some of it

local script_resp

local function encode(value, resp3, depth, out)
  local kind = type(value)
  if depth >= STACK then
    out[#out + 1] = "-ERR reached lua stack limit\r\n"
  elseif kind == "string" then
    out[#out + 1] = "$" .. #value .. "\r\n"
    out[#out + 1] = value
    out[#out + 1] = "\r\n"
  elseif kind == "number" then
    out[#out + 1] = host.integer(value)
  elseif kind == "boolean" and script_resp == 3 then
    if resp3 then
      out[#out + 1] = value and "#t\r\n" or "#f\r\n"
    else
      out[#out + 1] = value and ":1\r\n" or ":0\r\n"
    end
  elseif value == true then
    out[#out + 1] = ":1\r\n"
  elseif kind ~= "table" then
    out[#out + 1] = resp3 and "_\r\n" or "$-1\r\n"
  else
    value = behind[value] or value
    local field = rawget(value, "err")
    if type(field) == "string" then
      out[#out + 1] = host.error(field, rawget(value, "ignore_error_stats_update") == true)
      return
    end
    field = rawget(value, "ok")
    if type(field) == "string" then
      out[#out + 1] = host.status(field)
      return
    end
    field = rawget(value, "double")
    if type(field) == "number" then
      out[#out + 1] = host.double(field, field == 0 and 1 / field < 0, resp3)
      return
    end
    field = rawget(value, "big_number")
    if type(field) == "string" then
      out[#out + 1] = host.big_number(field, resp3)
      return
    end
    field = rawget(value, "verbatim_string")
    if type(field) == "table" then
      field = behind[field] or field
      local mark, text = rawget(field, "format"), rawget(field, "string")
      if type(mark) == "string" and type(text) == "string" then
        out[#out + 1] = host.verbatim(mark, text, resp3)
        return
      end
    end
    field = rawget(value, "map")
    if type(field) == "table" then
      local at, count = #out + 1, 0
      out[at] = ""
      for key, item in next, behind[field] or field do
        encode(key, resp3, depth + 4, out)
        encode(item, resp3, depth + 3, out)
        count = count + 1
      end
      out[at] = resp3 and "%" .. count .. "\r\n" or "*" .. 2 * count .. "\r\n"
      return
    end
    field = rawget(value, "set")
    if type(field) == "table" then
      local at, count = #out + 1, 0
      out[at] = ""
      for key in next, behind[field] or field do
        encode(key, resp3, depth + 3, out)
        count = count + 1
      end
      out[at] = (resp3 and "~" or "*") .. count .. "\r\n"
      return
    end
    local at, count = #out + 1, 0
    out[at] = ""
    while true do
      local item = rawget(value, count + 1)
      if item == nil then break end
      encode(item, resp3, depth + 1, out)
      count = count + 1
    end
    out[at] = "*" .. count .. "\r\n"
  end
end

function kernel.speak(version)
  script_resp = version
end

-- Running.

-- Be ready for the next script.
local function settle()
  sethook(tick, "", HOOK_INTERVAL)
  reason = nil
  if collector_touched then calm_collector() end
end
kernel.settle = settle

local function encoded(value, resp3)
  local out = {}
  encode(value, resp3, 1, out)
  return concat(out)
end

-- Gives a kind and a value: "value" with a string, number or boolean; "reply" with encoded bytes;
-- "error" with text, and where there is one with source and line.
local function finish(resp3, ok, value)
  settle()
  if ok then
    local kind = type(value)
    if kind == "string" or kind == "number" then return "value", value end
    local done, reply = pcall(encoded, value, resp3)
    if done then return "reply", reply end
    return "error", "ERR " .. OUT_OF_MEMORY
  end
  if type(value) ~= "table" then return "error", "ERR " .. tostring(value) end
  local err = rawget(value, "err")
  if type(err) == "number" then err = tostring(err) end
  if type(err) ~= "string" then err = "ERR unknown error" end
  return "error", err, rawget(value, "source"), rawget(value, "line"),
    rawget(value, "ignore_error_stats_update") == true
end

function kernel.run(chunk, resp3, key_count, ...)
  script_resp = 2
  if key_count == 0 then
    G.KEYS, G.ARGV = {}, {...}
  else
    G.KEYS, G.ARGV = {unpack({...}, 1, key_count)}, {select(key_count + 1, ...)}
  end
  return finish(resp3, xpcall(chunk, explain))
end

function kernel.run_lists(chunk, resp3, keys, args)
  script_resp = 2
  G.KEYS, G.ARGV = keys, args
  return finish(resp3, xpcall(chunk, explain))
end

function kernel.call_lists(f, resp3, keys, args)
  script_resp = 2
  return finish(resp3, xpcall(function() return f(keys, args) end, explain))
end

function kernel.list() return {} end

function kernel.append(list, ...)
  local length = #list
  for index = 1, select("#", ...) do list[length + index] = (select(index, ...)) end
end

-- Let it be an error to ask a table for what it hasn't got.
function kernel.strict(t)
  return setmetatable(t, {__index = function(_, name)
    local kind = type(name)
    if kind ~= "string" and kind ~= "number" then
      error("Second argument to luaProtectedTableError must be a string or number", 2)
    end
    name = match(name, "^%Z*")
    error("Script attempted to access nonexistent global variable '" .. name .. "'", 2)
  end})
end

-- To be called when all libraries are there.
function kernel.close()
  kernel.strict(G)
  metatable_of[globals] = proxy_of {__index = getmetatable(G).__index}
  metatable_of[string_metatable] = proxy_of {__index = G.string}
  string_metatable.__index = strings
  for _, t in next, {G, strings, tables, maths, coroutines} do
    for _, f in next, t do
      if type(f) == "function" and getinfo(f, "S").source == "=redis" then is_ours[f] = true end
    end
  end
  -- Whatever found its way to Lua's own globals would find nothing there.
  for name in next, native do native[name] = nil end
  sethook(tick, "", HOOK_INTERVAL)
end

kernel.memory_left, kernel.behind = memory_left, behind
return kernel

-- MessagePack.
local host, kernel = ...

local type, tonumber, tostring, select, error = type, tonumber, tostring, select, error
local pcall, next, rawget, floor, unpack = pcall, next, rawget, math.floor, unpack
local format, sub, byte, char, concat = string.format, string.sub, string.byte, string.char, table.concat
local blame, misused, type_at = kernel.blame, kernel.misused, kernel.type_at
local behind, int = kernel.behind, kernel.int

local cmsgpack = {}

local MOST_NESTING = 16
local MOST_VALUES = 7970 -- the stack of a real server has room for as many
local MOST_DEPTH = 2650

local failure = {}

local function fail(text)
  failure.text = text
  error(failure, 0)
end

local function told(ok, ...)
  if ok then return ... end
  local err = ...
  if err == failure then error(failure.text, failure.text == "table index is nil" and 0 or 3) end
  error(err, 0)
end

local function big_endian(number, size)
  local out = {}
  for index = size, 1, -1 do
    out[index] = number % 256
    number = floor(number / 256)
  end
  return char(unpack(out))
end

local function with_length(length, small, small_mark, mark8, mark16, mark32)
  if length < small then return char(small_mark + length) end
  if mark8 and length < 0x100 then return char(mark8, length) end
  if length < 0x10000 then return char(mark16) .. big_endian(length, 2) end
  return char(mark32) .. big_endian(length, 4)
end

local function number_bytes(value)
  if value >= 0 and value < 128 and floor(value) == value then return char(value) end
  return host.pack_number(value)
end

-- How many elements a table has that is to be an array; nil for a map.
local function array_length(t)
  local longest, count = 0, 0
  for key in next, t do
    if type(key) ~= "number" or key < 1 or floor(key) ~= key then return nil end
    if key > longest then longest = key end
    count = count + 1
  end
  return longest == count and count or nil
end

local function pack(value, depth, out)
  local kind = type(value)
  if kind == "string" then
    out[#out + 1] = with_length(#value, 32, 0xA0, 0xD9, 0xDA, 0xDB)
    out[#out + 1] = value
  elseif kind == "number" then
    out[#out + 1] = number_bytes(value)
  elseif kind == "boolean" then
    out[#out + 1] = value and "\195" or "\194"
  elseif kind == "table" and depth < MOST_NESTING then
    value = behind[value] or value
    local length = array_length(value)
    if length then
      out[#out + 1] = with_length(length, 16, 0x90, nil, 0xDC, 0xDD)
      for index = 1, length do pack(rawget(value, index), depth + 1, out) end
    else
      length = 0
      for _ in next, value do length = length + 1 end
      out[#out + 1] = with_length(length, 16, 0x80, nil, 0xDE, 0xDF)
      for key, item in next, value do
        pack(key, depth + 1, out)
        pack(item, depth + 1, out)
      end
    end
  else
    out[#out + 1] = "\192"
  end
end

local function packed(...)
  local out = {}
  for index = 1, select("#", ...) do pack((select(index, ...)), 0, out) end
  return concat(out)
end

function cmsgpack.pack(...)
  if select("#", ...) == 0 then blame(0, "MessagePack pack needs input.") end
  return told(pcall(packed, ...))
end

local MISSING = "Missing bytes in input."
local BAD = "Bad data format in input."

local function need(data, from, count)
  if from + count - 1 > #data then fail(MISSING) end
end

local function unsigned(data, from, size)
  need(data, from, size)
  local number = 0
  for index = from, from + size - 1 do number = number * 256 + byte(data, index) end
  return number
end

local function signed(data, from, size)
  local number = unsigned(data, from, size)
  local half = 2 ^ (8 * size - 1)
  if number >= half then number = number - 2 * half end
  return number
end

local read

local function read_string(data, from, length)
  need(data, from, length)
  return sub(data, from, from + length - 1), from + length
end

local function read_array(data, from, length, depth)
  if depth > MOST_DEPTH then fail("stack overflow (in function mp_decode_to_lua_array)") end
  local array, value = {}, nil
  for index = 1, length do
    value, from = read(data, from, depth + 1)
    array[index] = value
  end
  return array, from
end

local function read_map(data, from, length, depth)
  if depth > MOST_DEPTH then fail("stack overflow (in function mp_decode_to_lua_hash)") end
  local map, key, value = {}, nil, nil
  for _ = 1, length do
    key, from = read(data, from, depth + 1)
    value, from = read(data, from, depth + 1)
    if key == nil then fail("table index is nil") end
    map[key] = value
  end
  return map, from
end

local READERS = {
  [0xC0] = function(data, from) return nil, from end,
  [0xC2] = function(data, from) return false, from end,
  [0xC3] = function(data, from) return true, from end,
  [0xCA] = function(data, from)
    need(data, from, 4)
    return host.read_float(sub(data, from, from + 3)), from + 4
  end,
  [0xCB] = function(data, from)
    need(data, from, 8)
    return host.read_float(sub(data, from, from + 7)), from + 8
  end,
  [0xCC] = function(data, from) return unsigned(data, from, 1), from + 1 end,
  [0xCD] = function(data, from) return unsigned(data, from, 2), from + 2 end,
  [0xCE] = function(data, from) return unsigned(data, from, 4), from + 4 end,
  -- Read as if it were signed.
  [0xCF] = function(data, from)
    need(data, from, 8)
    return host.read_signed(sub(data, from, from + 7)), from + 8
  end,
  [0xD0] = function(data, from) return signed(data, from, 1), from + 1 end,
  [0xD1] = function(data, from) return signed(data, from, 2), from + 2 end,
  [0xD2] = function(data, from) return signed(data, from, 4), from + 4 end,
  [0xD3] = function(data, from)
    need(data, from, 8)
    return host.read_signed(sub(data, from, from + 7)), from + 8
  end,
  [0xD9] = function(data, from) return read_string(data, from + 1, unsigned(data, from, 1)) end,
  [0xDA] = function(data, from) return read_string(data, from + 2, unsigned(data, from, 2)) end,
  [0xDB] = function(data, from) return read_string(data, from + 4, unsigned(data, from, 4)) end,
  [0xDC] = function(data, from, depth)
    return read_array(data, from + 2, unsigned(data, from, 2), depth)
  end,
  [0xDD] = function(data, from, depth)
    return read_array(data, from + 4, unsigned(data, from, 4), depth)
  end,
  [0xDE] = function(data, from, depth)
    return read_map(data, from + 2, unsigned(data, from, 2), depth)
  end,
  [0xDF] = function(data, from, depth)
    return read_map(data, from + 4, unsigned(data, from, 4), depth)
  end,
}

function read(data, from, depth)
  local mark = byte(data, from)
  if not mark then fail(MISSING) end
  from = from + 1
  if mark < 0x80 then return mark, from end
  if mark >= 0xE0 then return mark - 256, from end
  if mark < 0x90 then return read_map(data, from, mark - 0x80, depth) end
  if mark < 0xA0 then return read_array(data, from, mark - 0x90, depth) end
  if mark < 0xC0 then return read_string(data, from, mark - 0xA0) end
  local reader = READERS[mark]
  if not reader then fail(BAD) end
  return reader(data, from, depth)
end

-- Up to `limit` values, and before them where the next begins if `tells`; or all, if it is 0.
local function unpacked(data, limit, offset, tells)
  if offset < 0 or limit < 0 then
    fail(format("Invalid request to unpack with offset of %d and limit of %d.", int(offset), #data))
  end
  if offset > #data then
    fail(format("Start offset %d greater than input length %d.", int(offset), #data))
  end
  local all = limit == 0
  local from, count, values = offset + 1, 0, {}
  while from <= #data and (all or count < limit) do
    if count >= MOST_VALUES then
      fail("stack overflow (too many return values at once; "
        .. "use unpack_one or unpack_limit instead.)")
    end
    count = count + 1
    values[count], from = read(data, from, 1)
  end
  if not tells or all then return unpack(values, 1, count) end
  return from > #data and -1 or from - 1, unpack(values, 1, count)
end

local function data_of(...)
  local data = ...
  if type(data) == "number" then data = tostring(data) end
  if type(data) ~= "string" then
    misused(2, 1, "string expected, got " .. type_at(1, ...))
  end
  return data
end

local function whole(index, default, ...)
  local value = select(index, ...)
  if value == nil and default then return default end
  local number = tonumber(value)
  if not number then
    misused(2, index, "number expected, got " .. type_at(index, ...))
  end
  return host.truncate(number)
end

function cmsgpack.unpack(...)
  local data = data_of(...)
  return told(pcall(unpacked, data, 0, 0, false))
end

function cmsgpack.unpack_one(...)
  local data = data_of(...)
  local offset = whole(2, 0, ...)
  return told(pcall(unpacked, data, 1, offset, true))
end

function cmsgpack.unpack_limit(...)
  local data = data_of(...)
  local limit = whole(2, nil, ...)
  local offset = whole(3, 0, ...)
  return told(pcall(unpacked, data, limit, offset, true))
end

cmsgpack._NAME = "cmsgpack"
cmsgpack._VERSION = "lua-cmsgpack 0.4.0"
cmsgpack._COPYRIGHT = "Copyright (C) 2012, Salvatore Sanfilippo"
cmsgpack._DESCRIPTION = "MessagePack C implementation for Lua"

kernel.library("cmsgpack", cmsgpack)

-- JSON.
local host, kernel = ...

local type, tonumber, tostring, select, error = type, tonumber, tostring, select, error
local pcall, next, rawget, floor = pcall, next, rawget, math.floor
local format, find, sub, byte, char = string.format, string.find, string.sub, string.byte, string.char
local gsub, lower, concat, match = string.gsub, string.lower, table.concat, string.match
local blame, expected, misused = kernel.blame, kernel.expected, kernel.misused
local behind = kernel.behind
local newproxy, getmetatable = newproxy, getmetatable

-- A userdata that is shown as the null pointer that it is in C.
local null = newproxy(true)
getmetatable(null).__tostring = function() return "userdata: (nil)" end
local HUGE = 2147483647

-- Errors inside are raised as a table that only this file knows, and told at the caller's line.
local failure = {}

local function fail(...)
  failure.text = format(...)
  error(failure, 0)
end

local function told(ok, ...)
  if ok then return ... end
  local err = ...
  if err == failure then error(failure.text, 3) end
  error(err, 0)
end

-- Encoding.

local ESCAPES = {['"'] = '\\"', ["/"] = "\\/", ["\\"] = "\\\\", ["\127"] = "\\u007f"}
for code = 0, 31 do ESCAPES[char(code)] = format("\\u%04x", code) end
ESCAPES["\b"], ESCAPES["\t"], ESCAPES["\n"] = "\\b", "\\t", "\\n"
ESCAPES["\f"], ESCAPES["\r"] = "\\f", "\\r"

local function append_string(text, out)
  out[#out + 1] = '"' .. gsub(text, '[%c"/\\\127]', ESCAPES) .. '"'
end

local function number_text(value, options)
  if value ~= value or value == 1 / 0 or value == -1 / 0 then
    if options.encode_invalid == "null" then return "null" end
    if not options.encode_invalid then
      fail("Cannot serialise number: must not be NaN or Inf")
    end
    if value ~= value then return "nan" end
  end
  return format(options.number_format, value)
end

-- The length of a table that is to be an array; nil for one that is to be an object.
local function array_length(t, options)
  local longest, count = 0, 0
  for key in next, t do
    if type(key) ~= "number" or key < 1 or floor(key) ~= key then return nil end
    if key > longest then
      -- A larger one doesn't fit into the counter, which becomes negative.
      longest = key <= HUGE and key or -HUGE - 1
    end
    count = count + 1
  end
  if longest <= 0 then return nil end
  local ratio = options.sparse_ratio
  if ratio > 0 and longest > count * ratio and longest > options.sparse_safe then
    if not options.sparse_convert then
      fail("Cannot serialise table: excessively sparse array")
    end
    return nil
  end
  return longest
end

local function append(value, options, depth, out)
  local kind = type(value)
  if kind == "string" then
    append_string(value, out)
  elseif kind == "number" then
    out[#out + 1] = number_text(value, options)
  elseif kind == "boolean" then
    out[#out + 1] = value and "true" or "false"
  elseif value == nil or value == null then
    out[#out + 1] = "null"
  elseif kind == "table" then
    depth = depth + 1
    if depth > options.encode_depth then
      fail("Cannot serialise, excessive nesting (%d)", depth)
    end
    value = behind[value] or value
    local length = array_length(value, options)
    if length then
      out[#out + 1] = "["
      for index = 1, length do
        if index > 1 then out[#out + 1] = "," end
        append(rawget(value, index), options, depth, out)
      end
      out[#out + 1] = "]"
    else
      local first = true
      out[#out + 1] = "{"
      for key, item in next, value do
        if not first then out[#out + 1] = "," end
        first = false
        if type(key) == "number" then
          out[#out + 1] = '"' .. number_text(key, options) .. '":'
        elseif type(key) == "string" then
          append_string(key, out)
          out[#out + 1] = ":"
        else
          fail("Cannot serialise %s: table key must be a number or string", type(key))
        end
        append(item, options, depth, out)
      end
      out[#out + 1] = "}"
    end
  else
    fail("Cannot serialise %s: type not supported", kind)
  end
end

local function encoded(value, options)
  local out = {}
  append(value, options, 0, out)
  return concat(out)
end

-- Decoding. A token is its kind, its value and where it begins; the next begins at `after`.

local PUNCTUATION = {
  ["{"] = "T_OBJ_BEGIN", ["}"] = "T_OBJ_END", ["["] = "T_ARR_BEGIN", ["]"] = "T_ARR_END",
  [":"] = "T_COLON", [","] = "T_COMMA",
}
local UNESCAPED = {
  ['"'] = '"', ["\\"] = "\\", ["/"] = "/", b = "\b", f = "\f", n = "\n", r = "\r", t = "\t",
}

local function utf8(code)
  if code < 0x80 then return char(code) end
  if code < 0x800 then return char(0xC0 + floor(code / 64), 0x80 + code % 64) end
  if code < 0x10000 then
    return char(0xE0 + floor(code / 4096), 0x80 + floor(code / 64) % 64, 0x80 + code % 64)
  end
  return char(
    0xF0 + floor(code / 262144), 0x80 + floor(code / 4096) % 64,
    0x80 + floor(code / 64) % 64, 0x80 + code % 64)
end

local function unit(text, at)
  local digits = match(text, "^%x%x%x%x", at)
  return digits and tonumber(digits, 16)
end

-- The text of a string whose first character is at `from`, and where it ends; or nil, what is
-- wrong and where.
local function read_string(text, from)
  local parts = {}
  while true do
    local stop = find(text, '["\\%z]', from)
    if not stop then return nil, "unexpected end of string", #text + 1 end
    parts[#parts + 1] = sub(text, from, stop - 1)
    local sign = sub(text, stop, stop)
    if sign == '"' then return concat(parts), stop + 1 end
    if sign ~= "\\" then return nil, "unexpected end of string", stop end
    local letter = sub(text, stop + 1, stop + 1)
    if letter == "u" then
      local code = unit(text, stop + 2)
      from = stop + 6
      if code and code >= 0xD800 and code < 0xE000 then
        local low = code < 0xDC00 and sub(text, from, from + 1) == "\\u" and unit(text, from + 2)
        if low and low >= 0xDC00 and low < 0xE000 then
          code = 0x10000 + (code - 0xD800) * 0x400 + low - 0xDC00
          from = from + 6
        else
          code = nil
        end
      end
      if not code then return nil, "invalid unicode escape code", stop end
      parts[#parts + 1] = utf8(code)
    else
      local plain = UNESCAPED[letter]
      if not plain then return nil, "invalid escape code", stop end
      parts[#parts + 1] = plain
      from = stop + 2
    end
  end
end

local NOT_FINITE = {"^[+-]?infinity", "^[+-]?inf", "^[+-]?nan"}

-- A number as C reads it, and where it ends; nil if there is none.
local function read_number(text, from)
  local _, stop = find(text, "^[+-]?0[xX]%x+", from)
  if stop then
    local digits = sub(text, from, stop)
    local sign = sub(digits, 1, 1)
    local value = tonumber((gsub(digits, "^[+-]", "")))
    return sign == "-" and -value or value, stop + 1
  end
  _, stop = find(text, "^[+-]?%d+%.?%d*", from)
  if not stop then _, stop = find(text, "^[+-]?%.%d+", from) end
  if stop then
    local _, behind_exponent = find(text, "^[eE][+-]?%d+", stop + 1)
    stop = behind_exponent or stop
    return tonumber((gsub(sub(text, from, stop), "^%+", ""))), stop + 1
  end
  local word = lower(sub(text, from, from + 8))
  for _, pattern in next, NOT_FINITE do
    _, stop = find(word, pattern)
    if stop then
      local value = pattern == "^[+-]?nan" and 0 / 0 or 1 / 0
      return sub(word, 1, 1) == "-" and -value or value, from + stop
    end
  end
end

-- Numbers that C reads but JSON has not.
local function is_invalid_number(text, from)
  if find(text, "^%+", from) then return true end
  local _, stop = find(text, "^%-", from)
  local at = (stop or from - 1) + 1
  if find(text, "^0[%dxX]", at) then return true end
  return find(text, "^%d", at) == nil
end

local function read_token(text, from, options)
  local at = find(text, "[^ \t\n\r]", from)
  if not at then return "T_END", nil, #text + 1 end
  local sign = sub(text, at, at)
  if sign == "\0" then return "T_END", nil, at end
  local kind = PUNCTUATION[sign]
  if kind then return kind, nil, at, at + 1 end
  if sign == '"' then
    local value, stop, where = read_string(text, at + 1)
    if value then return "T_STRING", value, at, stop end
    return stop, nil, where
  end
  if find(sign, "[%d+-]") then
    if not options.decode_invalid and is_invalid_number(text, at) then
      return "invalid number", nil, at
    end
    local value, stop = read_number(text, at)
    if not value then return "invalid number", nil, at end
    return "T_NUMBER", value, at, stop
  end
  if find(text, "^true", at) then return "T_BOOLEAN", true, at, at + 4 end
  if find(text, "^false", at) then return "T_BOOLEAN", false, at, at + 5 end
  if find(text, "^null", at) then return "T_NULL", null, at, at + 4 end
  if options.decode_invalid and find(sign, "[iInN]") then
    local value, stop = read_number(text, at)
    if value then return "T_NUMBER", value, at, stop end
  end
  return "invalid token", nil, at
end

local function unwanted(wanted, kind, at)
  fail("Expected %s but found %s at character %d", wanted, kind, at)
end

local function descend(depth, at, options)
  if depth > options.decode_depth then
    fail("Found too many nested data structures (%d) at character %d", depth, at)
  end
end

local parse

local function parse_object(text, from, depth, options)
  local object = {}
  local kind, key, at, after, _ = read_token(text, from, options)
  if kind == "T_OBJ_END" then return object, after end
  while true do
    if kind ~= "T_STRING" then unwanted("object key string", kind, at) end
    kind, _, at, after = read_token(text, after, options)
    if kind ~= "T_COLON" then unwanted("colon", kind, at) end
    local value
    value, after = parse(text, after, depth, options)
    object[key] = value
    kind, _, at, after = read_token(text, after, options)
    if kind == "T_OBJ_END" then return object, after end
    if kind ~= "T_COMMA" then unwanted("comma or object end", kind, at) end
    kind, key, at, after = read_token(text, after, options)
  end
end

local function parse_array(text, from, depth, options)
  local array, count = {}, 0
  local kind, value, at, after, _ = read_token(text, from, options)
  if kind == "T_ARR_END" then return array, after end
  after = from
  while true do
    value, after = parse(text, after, depth, options)
    count = count + 1
    array[count] = value
    kind, _, at, after = read_token(text, after, options)
    if kind == "T_ARR_END" then return array, after end
    if kind ~= "T_COMMA" then unwanted("comma or array end", kind, at) end
  end
end

function parse(text, from, depth, options)
  local kind, value, at, after = read_token(text, from, options)
  if kind == "T_STRING" or kind == "T_NUMBER" or kind == "T_BOOLEAN" or kind == "T_NULL" then
    return value, after
  end
  if kind == "T_OBJ_BEGIN" then
    descend(depth + 1, at, options)
    return parse_object(text, after, depth + 1, options)
  end
  if kind == "T_ARR_BEGIN" then
    descend(depth + 1, at, options)
    return parse_array(text, after, depth + 1, options)
  end
  unwanted("value", kind, at)
end

local function decoded(text, options)
  if #text >= 2 and (byte(text, 1) == 0 or byte(text, 2) == 0) then
    fail("JSON parser does not support UTF-16 or UTF-32")
  end
  local value, after = parse(text, 1, 0, options)
  local kind, _, at = read_token(text, after, options)
  if kind ~= "T_END" then unwanted("the end", kind, at) end
  return value
end

-- Options: asked for without an argument, set with one.

local function few(most, ...)
  if select("#", ...) > most then misused(2, most + 1, "found too many arguments") end
end

local function integer_option(index, value, least, most)
  local number = tonumber(value)
  if not number then misused(2, index, "number expected, got " .. type(value)) end
  number = host.truncate(number)
  if number < least or number > most then
    misused(2, index, format("expected integer between %d and %d", least, most))
  end
  return number
end

local CHOICES = {on = true, off = false}

local function choice_option(index, value, allows_null)
  if type(value) == "boolean" then return value end
  if type(value) == "number" then value = tostring(value) end
  if type(value) ~= "string" then misused(2, index, "string expected, got " .. type(value)) end
  if allows_null and value == "null" then return value end
  local choice = CHOICES[value]
  if choice == nil then misused(2, index, format("invalid option '%s'", value)) end
  return choice
end

local function instance()
  local options = {
    encode_depth = 1000, decode_depth = 1000, precision = 14, number_format = "%.14g",
    keep_buffer = true, encode_invalid = false, decode_invalid = true,
    sparse_convert = false, sparse_ratio = 2, sparse_safe = 10,
  }
  local cjson = {null = null, _NAME = "cjson", _VERSION = "2.1.0"}

  local function integer(name, field, least, most)
    cjson[name] = function(...)
      few(1, ...)
      local value = ...
      if value ~= nil then
        options[field] = integer_option(1, value, least, most)
        options.number_format = "%." .. options.precision .. "g"
      end
      return options[field]
    end
  end

  local function choice(name, field, allows_null)
    cjson[name] = function(...)
      few(1, ...)
      local value = ...
      if value ~= nil then
        options[field] = choice_option(1, value, allows_null)
      end
      return options[field]
    end
  end

  integer("encode_max_depth", "encode_depth", 1, HUGE)
  integer("decode_max_depth", "decode_depth", 1, HUGE)
  integer("encode_number_precision", "precision", 1, 14)
  choice("encode_keep_buffer", "keep_buffer")
  choice("encode_invalid_numbers", "encode_invalid", true)
  choice("decode_invalid_numbers", "decode_invalid")

  function cjson.encode_sparse_array(...)
    few(3, ...)
    local convert, ratio, safe = ...
    if convert ~= nil then
      convert = choice_option(1, convert)
      options.sparse_convert = convert
    end
    if ratio ~= nil then
      ratio = integer_option(2, ratio, 0, HUGE)
      options.sparse_ratio = ratio
    end
    if safe ~= nil then
      safe = integer_option(3, safe, 0, HUGE)
      options.sparse_safe = safe
    end
    return options.sparse_convert, options.sparse_ratio, options.sparse_safe
  end

  function cjson.encode(...)
    if select("#", ...) ~= 1 then blame(1, "expected 1 argument") end
    return told(pcall(encoded, (...), options))
  end

  function cjson.decode(...)
    if select("#", ...) ~= 1 then blame(1, "expected 1 argument") end
    local text = ...
    if type(text) == "number" then text = tostring(text) end
    if type(text) ~= "string" then expected(1, "string", ...) end
    return told(pcall(decoded, text, options))
  end

  function cjson.new()
    return instance()
  end

  return cjson
end

kernel.library("cjson", instance())

-- Values as bytes, in the layouts of C.
local host, kernel = ...

local type, select, tonumber = type, select, tonumber
local expected, complain = kernel.expected, kernel.complain
local struct = {}

-- Only scalars are handed over; of the others their type is enough. Minus zero would lose its sign.
local function handed(value)
  local kind = type(value)
  if kind == "number" then
    if value == 0 and 1 / value < 0 then value = "-0" end
  elseif kind ~= "string" then
    value = nil
  end
  return value
end

local function answer(problem, ...)
  if problem then complain(2, problem) end
  return ...
end

function struct.pack(...)
  local format = ...
  local kind = type(format)
  if kind ~= "string" and kind ~= "number" then expected(1, "string", ...) end
  local values, kinds = {}, {}
  for index = 2, select("#", ...) do
    local value = select(index, ...)
    values[index - 1], kinds[index - 1] = handed(value), type(value)
  end
  host.struct_begin(format)
  for index = 1, select("#", ...) - 1 do host.struct_value(values[index], kinds[index]) end
  return answer(host.struct_pack())
end

function struct.unpack(...)
  local format, data, start = ...
  local kind = type(format)
  if kind ~= "string" and kind ~= "number" then expected(1, "string", ...) end
  kind = type(data)
  if kind ~= "string" and kind ~= "number" then expected(2, "string", ...) end
  if start ~= nil and not tonumber(start) then expected(3, "number", ...) end
  return answer(host.struct_unpack(format, data, start or 1))
end

function struct.size(...)
  local format = ...
  local kind = type(format)
  if kind ~= "string" and kind ~= "number" then expected(1, "string", ...) end
  return answer(host.struct_size(format))
end

kernel.library("struct", struct)

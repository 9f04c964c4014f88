-- Bit operations on numbers of 32 bits, signed.
local host, kernel = ...

local type, tonumber, select, error = type, tonumber, select, error
local expected = kernel.expected
local bit = {}

local function operation(name, combine)
  bit[name] = function(...)
    local result = tonumber((...))
    if not result then expected(1, "number", ...) end
    result = host.to_bit(result)
    for index = 2, select("#", ...) do
      local operand = tonumber((select(index, ...)))
      if not operand then expected(index, "number", ...) end
      result = combine(result, operand)
    end
    return result
  end
end

operation("band", host.bit_and)
operation("bor", host.bit_or)
operation("bxor", host.bit_xor)

local function unary(name, compute)
  bit[name] = function(...)
    local operand = tonumber((...))
    if not operand then expected(1, "number", ...) end
    return compute(operand)
  end
end

unary("tobit", host.to_bit)
unary("bnot", host.bit_not)
unary("bswap", host.swap_bytes)

for _, name in next, {"lshift", "rshift", "arshift", "rol", "ror"} do
  local shift = host[name]
  bit[name] = function(...)
    local operand, count = ...
    operand, count = tonumber(operand), tonumber(count)
    if not operand then expected(1, "number", ...) end
    if not count then expected(2, "number", ...) end
    return shift(operand, count)
  end
end

function bit.tohex(...)
  local operand, digits = ...
  operand = tonumber(operand)
  if not operand then expected(1, "number", ...) end
  if select("#", ...) > 1 then
    digits = tonumber(digits)
    if not digits then expected(2, "number", ...) end
  end
  return host.to_hex(operand, digits or 8)
end

kernel.library("bit", bit)

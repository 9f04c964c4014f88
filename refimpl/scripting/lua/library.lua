-- Libraries of functions: while one is loaded it sees only what registers functions; the functions
-- themselves, when they are called, see what scripts see.
local host, kernel = ...

local G, behind = kernel.G, kernel.behind
local error, type, tostring, next, rawget, select = error, type, tostring, next, rawget, select
local xpcall, setfenv, setmetatable = xpcall, setfenv, setmetatable
local lower, find, concat = string.lower, string.find, table.concat
local explain = G.__redis__err__handler
local script_redis = behind[G.redis]

-- What there is only for EVAL.
G.__redis__err__handler = nil
for _, name in next, {"breakpoint", "debug", "replicate_commands"} do script_redis[name] = nil end

local loading = false

local function complain(text)
  error({err = "ERR " .. text})
end

local function is_text(value)
  return type(value) == "string" or type(value) == "number"
end

local FLAGS = {
  ["no-writes"] = true, ["allow-oom"] = true, ["allow-stale"] = true, ["no-cluster"] = true,
  ["allow-cross-slot-keys"] = true,
}

local function flag_names(flags)
  local names = {}
  flags = behind[flags] or flags
  local index = 1
  while true do
    local name = rawget(flags, index)
    if name == nil then break end
    if type(name) ~= "string" or not FLAGS[lower(name)] then complain("unknown flag given") end
    names[index] = lower(name)
    index = index + 1
  end
  return concat(names, ",")
end

local function named(arguments)
  local name, callback, description, flags
  for key, value in next, behind[arguments] or arguments do
    if not is_text(key) then
      complain("named argument key given to redis.register_function is not a string")
    end
    key = lower(tostring(key))
    if key == "function_name" then
      if not is_text(value) then
        complain("function_name argument given to redis.register_function must be a string")
      end
      name = tostring(value)
    elseif key == "description" then
      if not is_text(value) then
        complain("description argument given to redis.register_function must be a string")
      end
      description = tostring(value)
    elseif key == "callback" then
      if type(value) ~= "function" then
        complain("callback argument given to redis.register_function must be a function")
      end
      callback = value
    elseif key == "flags" then
      if type(value) ~= "table" then
        complain("flags argument to redis.register_function must be a table representing function flags")
      end
      flags = flag_names(value)
    else
      complain("unknown argument given to redis.register_function")
    end
  end
  if not name then complain("redis.register_function must get a function name argument") end
  if not callback then complain("redis.register_function must get a callback argument") end
  return name, callback, description, flags
end

local function positional(name, callback)
  if not is_text(name) then
    complain("first argument to redis.register_function must be a string")
  end
  if type(callback) ~= "function" then
    complain("second argument to redis.register_function must be a function")
  end
  return tostring(name), callback
end

local function register_function(...)
  if not loading then
    complain("redis.register_function can only be called on FUNCTION LOAD command")
  end
  local count = select("#", ...)
  if count < 1 or count > 2 then
    complain("wrong number of arguments to redis.register_function")
  end
  local name, callback, description, flags
  if count == 1 then
    local arguments = ...
    if type(arguments) ~= "table" then
      complain("calling redis.register_function with a single argument is only applicable to "
        .. "Lua table (representing named arguments).")
    end
    name, callback, description, flags = named(arguments)
  else
    name, callback = positional(...)
  end
  local problem = host.register(name, callback, description, flags or "")
  if problem then complain(problem) end
end
kernel.is_ours[register_function] = true

local load_redis = {register_function = register_function}
for name, value in next, script_redis do
  if type(value) ~= "function" or name == "log" then load_redis[name] = value end
end
for name in next, load_redis do
  if find(name, "^REPL_") then load_redis[name] = nil end
end
local load_globals = {redis = kernel.read_only(kernel.strict(load_redis))}
kernel.strict(load_globals)

local sight = {__index = G, __newindex = kernel.refuse_change}
local environment = setmetatable({}, sight)
behind[environment] = G

-- Run a library's text; nil or what is wrong.
function kernel.load_library(chunk)
  setfenv(chunk, environment)
  sight.__index = load_globals
  loading = true
  local ok, problem = xpcall(chunk, explain)
  loading = false
  sight.__index = G
  kernel.settle()
  if ok then return nil end
  if type(problem) ~= "table" then return "ERR " .. tostring(problem) end
  local text = rawget(problem, "err")
  return is_text(text) and tostring(text) or "ERR unknown error"
end

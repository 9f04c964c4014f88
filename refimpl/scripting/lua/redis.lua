-- The table `redis`.
local host, kernel = ...

local G = kernel.G
local error, type, tonumber, tostring, select = error, type, tonumber, tostring, select
local find, match, sub, concat = string.find, string.match, string.sub, table.concat

local memory_left, decode = kernel.memory_left, kernel.decode
local invoke = host.invoke
local redis = {}

-- What `invoke` gives: a plain value, or no value, what it is, and the text.
local AGGREGATE, STATUS, FAILURE, MISUSE = 1, 2, 3, 4

local NO_MEMORY = "not enough memory"

local function unusual(kind, text)
  if kind == STATUS then return {ok = text} end
  if kind == AGGREGATE then
    if not memory_left(8 * #text / 1024) then error(NO_MEMORY, 0) end
    return decode(text)
  end
end

function redis.call(...)
  if not memory_left(0) then error(NO_MEMORY, 0) end
  local value, kind, text = invoke(...)
  if kind == nil then return value end
  if kind == FAILURE then error({err = text, ignore_error_stats_update = true}) end
  if kind == MISUSE then error({err = text}) end
  return unusual(kind, text)
end

function redis.pcall(...)
  if not memory_left(0) then error(NO_MEMORY, 0) end
  local value, kind, text = invoke(...)
  if kind == nil then return value end
  if kind == FAILURE then return {err = text, ignore_error_stats_update = true} end
  if kind == MISUSE then return {err = text} end
  return unusual(kind, text)
end

-- Errors of the functions below are tables, as those of commands are: they name no line themselves.

local function complain(text)
  error({err = "ERR " .. text})
end

function redis.sha1hex(...)
  if select("#", ...) ~= 1 then complain("wrong number of arguments") end
  local text = ...
  if type(text) ~= "string" and type(text) ~= "number" then text = "" end
  return host.sha1hex(tostring(text))
end

local function only_string(...)
  return select("#", ...) == 1 and type((...)) == "string"
end

local WRONG_ARGUMENTS = "ERR wrong number or type of arguments"

function redis.status_reply(...)
  if not only_string(...) then return {err = WRONG_ARGUMENTS} end
  return {ok = (...)}
end

function redis.error_reply(...)
  if not only_string(...) then return {err = WRONG_ARGUMENTS} end
  local text = match((...), "^%Z*")
  if not find(text, " ", 1, true) then
    -- One word is no code.
    text = "ERR " .. (sub(text, 1, 1) == "-" and sub(text, 2) or text)
  elseif sub(text, 1, 1) == "-" then
    text = sub(text, 2)
  end
  return {err = text}
end

function redis.log(...)
  local count = select("#", ...)
  if count < 2 then complain("redis.log() requires two arguments or more.") end
  local level = ...
  if type(level) ~= "number" and not (type(level) == "string" and tonumber(level)) then
    complain("First argument must be a number (log level).")
  end
  level = host.truncate(tonumber(level))
  if level < 0 or level > 3 then complain("Invalid log level.") end
  local words = {}
  for index = 2, count do
    local word = select(index, ...)
    if type(word) == "string" or type(word) == "number" then
      words[#words + 1] = tostring(word)
    end
  end
  host.log(level, concat(words, " "))
end

function redis.setresp(...)
  if select("#", ...) ~= 1 then complain("redis.setresp() requires one argument.") end
  local version = tonumber((...)) or 0
  version = host.truncate(version)
  if version ~= 2 and version ~= 3 then complain("RESP version must be 2 or 3.") end
  kernel.speak(version)
  host.speak(version)
end

function redis.set_repl(...)
  if select("#", ...) ~= 1 then complain("redis.set_repl() requires one argument.") end
  local flags = host.truncate(tonumber((...)) or 0)
  if flags < 0 or flags > 3 then
    complain("Invalid replication flags. Use REPL_AOF, REPL_REPLICA, REPL_ALL or REPL_NONE.")
  end
  host.replicate(flags)
end

function redis.replicate_commands()
  return true
end

function redis.breakpoint()
  return false
end

function redis.debug() end

function redis.acl_check_cmd(...)
  local allowed, text = host.acl_check(...)
  if allowed == nil then error({err = text}) end
  return allowed
end

redis.LOG_DEBUG, redis.LOG_VERBOSE, redis.LOG_NOTICE, redis.LOG_WARNING = 0, 1, 2, 3
redis.REPL_NONE, redis.REPL_AOF, redis.REPL_REPLICA, redis.REPL_SLAVE, redis.REPL_ALL = 0, 1, 2, 2, 3
redis.REDIS_VERSION = host.version
redis.REDIS_VERSION_NUM = host.version_number

for _, f in next, redis do
  if type(f) == "function" then kernel.is_ours[f] = true end
end
kernel.library("redis", redis)

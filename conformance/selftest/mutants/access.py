"""Users: their rules, what they may do, their connections, the log."""

from __future__ import annotations

from conformance.selftest.mutant import Mutant, mutant
from conformance.selftest.surgery import edit

ACL = "commands.server.acl"
CATALOGUE = "session.access.catalogue"
FILES = "session.access.files"
LOG = "session.access.log"
LOGIN = "session.access.login"
SELECTOR = "session.access.selector:Selector"
USER = "session.access.user"
USERS = "session.access.users"
ACCESS = "execute.access"
PIPELINE = "execute.pipeline:Pipeline"

ONE = "access/commands/string"
KEYS = ("access/keys/string", "access/keys/list")
SCENARIOS = "scenarios/access"


def _one(name: str, about: str, place: str, old: str, new: str, *hints: str) -> Mutant:
    return mutant(name, about, edit(place, old, new), hints=hints)


MUTANTS = (
    # rules
    _one(
        "rule-stays-in-its-place",
        "A rule that is given again stays where it was",
        f"{SELECTOR}._remember", "del self.rules[other]", "pass",
        "access/commands",
    ),
    _one(
        "subcommand-rules-outlive",
        "Rules about subcommands outlive one about their command",
        f"{SELECTOR}._remember", 'name + b"|"', 'name + b"||"',
        "access/commands",
    ),
    _one(
        "container-without-subcommands",
        "+config allows none of its subcommands",
        f"{CATALOGUE}:Catalogue.family",
        "*(subcommand.name for subcommand in subcommands.values())", "*()",
        f"{SCENARIOS}/containers",
    ),
    _one(
        "any-first-word",
        "A command that is allowed with one first argument is allowed with all",
        f"{SELECTOR}.allows_command", "and argv[1].lower() in words", "",
        f"{SCENARIOS}/first-words",
    ),
    _one(
        "first-word-as-written",
        "First arguments are compared in their letter case",
        f"{SELECTOR}.allows_command", "argv[1].lower() in", "argv[1] in",
        f"{SCENARIOS}/first-words",
    ),
    _one(
        "first-words-outlive",
        "A command that is forbidden stays allowed with its first arguments",
        f"{SELECTOR}._set", "del self.first_words[name]", "pass",
        f"{SCENARIOS}/first-words",
    ),
    _one(
        "pattern-after-all-keys",
        "A pattern may follow allkeys",
        f"{SELECTOR}._add_keys", "if self.all_keys:", "if False:",
        "access/keys",
    ),
    _one(
        "rights-replace",
        "%W~a takes away what %R~a gave",
        f"{SELECTOR}._add_keys", "self.keys.get(pattern, 0) | access", "access",
        "access/keys",
    ),
    _one(
        "half-a-change",
        "The rules before a bad one are obeyed",
        f"{USERS}:Users.change", "known.copy()", "known",
        "ACL SETUSER",
    ),
    _one(
        "no-password-stays",
        "A password doesn't end nopass",
        f"{USER}:User._add_password", "self.no_password = False", "pass",
        "access/user",
    ),
    _one(
        "reset-keeps-selectors",
        "reset leaves the selectors",
        f"{USER}:User.reset",
        "self.become(User(self.name, self.catalogue, self.channels_by_default))",
        "kept = self.selectors[1:]; "
        "self.become(User(self.name, self.catalogue, self.channels_by_default)); "
        "self.selectors += kept",
        "access/user",
    ),
    _one(
        "channels-by-default-ignored",
        "acl-pubsub-default is ignored",
        f"{USERS}:Users._channels_by_default",
        'self._config.acl_pubsub_default == "allchannels"', "False",
        f"{SCENARIOS}/channels-of-new-users",
    ),
    # what they allow
    _one(
        "writing-needs-nothing",
        "Keys that are only written need no right",
        f"{SELECTOR}._allows_key", "needed |= WRITE", "pass",
        *KEYS,
    ),
    _one(
        "reading-needs-nothing",
        "Keys that are only read need no right",
        f"{SELECTOR}._allows_key", "READ if flags & KeyFlag.ACCESS else 0", "0",
        *KEYS,
    ),
    _one(
        "one-right-is-enough",
        "A key that is read and written needs one of the rights",
        f"{SELECTOR}._allows_key", "access & needed == needed", "(access & needed or not needed)",
        *KEYS,
    ),
    _one(
        "patterns-as-channels",
        "A pattern of channels is allowed if a pattern matches it",
        f"{SELECTOR}.allows_channel", "if is_pattern:", "if False:",
        "access/channels",
    ),
    _one(
        "own-permissions-only",
        "Selectors allow nothing",
        f"{USER}:User.check", "in self.selectors:", "in self.selectors[:1]:",
        ONE, f"{SCENARIOS}/selectors-allow-as-a-whole",
    ),
    _one(
        "last-refusal-is-told",
        "Of several selectors' refusals the last one is told",
        f"{USER}:User.check", "max(worst, denial)", "denial",
        f"{SCENARIOS}/the-furthest-refusal-is-told",
    ),
    _one(
        "logging-in-needs-a-right",
        "AUTH and its like are for those only who may run them",
        f"{SELECTOR}.allows_command", " or command.flags & Flag.NO_AUTH", "",
        "access/commands/connection",
    ),
    _one(
        "sort-looks-up-anything",
        "SORT's BY and GET are for everybody",
        f"{PIPELINE}._parse", "client.account.reads_all_keys(command, argv)", "True",
        f"{SCENARIOS}/what-sort-may-look-up", "SORT",
    ),
    _one(
        "sort-with-the-right-to-write",
        "Who may write every key may look up any with SORT",
        f"{SELECTOR}.reads_all_keys", "& READ)", ")",
        f"{SCENARIOS}/what-sort-may-look-up",
    ),
    _one(
        "exec-trusts",
        "EXEC doesn't look again at what was queued",
        f"{PIPELINE}.run_queued", "call.client.unusual & Unusual.RESTRICTED", "False",
        f"{SCENARIOS}/looked-at-again-by-exec",
    ),
    _one(
        "scripts-may-everything",
        "Scripts may run what their caller may not",
        "scripting.bridge:Bridge._invoke", "self.client.unusual & Unusual.RESTRICTED", "False",
        f"{SCENARIOS}/scripts-run-as-the-caller",
    ),
    # connections
    _one(
        "rules-for-later",
        "New rules hold for new connections only",
        f"{LOGIN}:user_changed", "rules_changed(client)", "pass",
        "access/gate/string",
    ),
    _one(
        "deleted-but-connected",
        "Connections of a deleted user stay",
        f"{ACL}:delete_users", "close_clients_of(server, gone, call.client)", "pass",
        f"{SCENARIOS}/deleted-users-connections-end",
    ),
    _one(
        "deluser-some",
        "DELUSER deletes the users before the default one",
        f"{ACL}:delete_users", "DEFAULT in argv[2:]", "argv[2] == DEFAULT",
        "ACL DELUSER",
    ),
    _one(
        "listens-on",
        "Who loses a channel goes on listening to it",
        f"{LOGIN}:rules_changed", "not _may_listen(client)", "False",
        f"{SCENARIOS}/who-loses-a-channel-is-closed",
    ),
    _one(
        "disabled-users-log-in",
        "A user that is off may log in",
        f"{USER}:User.accepts", "not self.enabled", "False",
        f"{SCENARIOS}/disabled-user-stays-connected",
    ),
    _one(
        "default-user-off-but-in",
        "New connections are the default user's though he is off",
        f"{LOGIN}:log_out",
        "users.default_needs_login", "users.default_needs_login and users.default.enabled",
        f"{SCENARIOS}/default-user-switched-off",
    ),
    _one(
        "requirepass-adds",
        "requirepass leaves the default user's other passwords",
        f"{USERS}:Users.set_default_password", "user.forget_passwords()", "pass",
        f"{SCENARIOS}/password-of-the-default-user",
    ),
    # the log
    _one(
        "log-looks-deeper",
        "The same refusal is looked for among eleven entries",
        f"{LOG}:AccessLog.add", "[:_SAME_DEPTH]", "[:11]",
        f"{SCENARIOS}/log-groups-the-ten-newest",
    ),
    _one(
        "log-groups-too-much",
        "Refusals of different words are one entry",
        f"{LOG}:Entry.is_same", "self.object == other.object", "True",
        f"{SCENARIOS}/log-groups-the-ten-newest",
    ),
    _one(
        "log-unbounded",
        "acllog-max-len is ignored",
        f"{LOG}:AccessLog.add", "del self.entries[longest:]", "pass",
        f"{SCENARIOS}/log-is-bounded",
    ),
    _one(
        "log-of-exec-at-top",
        "What EXEC refuses is logged as if it was called by itself",
        f"{ACCESS}:refuse_queued", 'b"multi"', 'b"toplevel"',
        f"{SCENARIOS}/looked-at-again-by-exec",
    ),
    _one(
        "log-of-the-first-client",
        "An entry tells the first client that was refused",
        f"{LOG}:AccessLog.add", "entry.client = client", "entry.client = entry.client or client",
        f"{SCENARIOS}/entry-tells-the-client",
    ),
    # commands and files
    _one(
        "genpass-rounds-down",
        "GENPASS gives a digit too few",
        f"{ACL}:generate_password", "(args.bits + 3) // 4", "args.bits // 4",
        "ACL GENPASS",
    ),
    _one(
        "load-keeps-connections",
        "ACL LOAD leaves the connections of users that are no more",
        f"{FILES}:load", "close(client, caller)", "pass",
        f"{SCENARIOS}/load-closes-connections-of-those-gone",
    ),
    _one(
        "load-some",
        "A file with errors is loaded all the same",
        f"{FILES}:read", "if wrong:", "if not found:",
        f"{SCENARIOS}/a-file-with-errors",
    ),
    _one(
        "lines-from-zero",
        "Lines of the file are counted from 0",
        f"{FILES}:read", "start=1", "start=0",
        f"{SCENARIOS}/a-file-with-errors",
    ),
)  # fmt: skip

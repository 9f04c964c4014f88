"""HyperLogLogs: hashes, registers, their bytes, estimates."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, put

HLL = "datatypes.hyperloglog"
COMMANDS = "commands.hyperloglog"
RUNS = "hyperloglog/runs"
FILLED = "hyperloglog/filled"

MUTANTS = (
    mutant(
        "hll-seed",
        "elements are hashed with another seed",
        put(f"{HLL}:_SEED", 0),
        hints=("PFADD",),
    ),
    mutant(
        "hll-tail",
        "the last bytes of an element count as a whole word",
        edit(
            f"{HLL}:murmur64",
            "if size > whole:",
            "if True:",
        ),
        hints=(FILLED, "PFADD"),
    ),
    mutant(
        "hll-register-bits",
        "the register is picked by the hash's highest bits",
        edit(f"{HLL}:add", "number & REGISTERS - 1", "number >> _HASH_BITS"),
        hints=("PFADD",),
    ),
    mutant(
        "hll-count",
        "registers hold the number of zero bits, not one more",
        edit(
            f"{HLL}:add", "(rest & -rest).bit_length()", "max((rest & -rest).bit_length() - 1, 1)"
        ),
        hints=("PFADD",),
    ),
    mutant(
        "hll-not-joined",
        "equal neighbours stay apart",
        put(f"{HLL}:_JOINED", 0),
        hints=(RUNS,),
    ),
    mutant(
        "hll-all-joined",
        "equal neighbours are joined as far as there are any",
        put(f"{HLL}:_JOINED", 10000),
        hints=(RUNS, FILLED),
    ),
    mutant(
        "hll-joined-around",
        "the run before the one that was changed isn't joined with it",
        edit(f"{HLL}:_raise_sparse", "_join(value, before.at)", "_join(value, at)"),
        hints=(RUNS,),
    ),
    mutant(
        "hll-long-zeros",
        "every run of zeros takes two bytes",
        put(f"{HLL}:_ZEROS_MAX", 0),
        hints=(RUNS,),
    ),
    mutant(
        "hll-limit",
        "a string as long as the limit is dense",
        edit(f"{HLL}:_raise_sparse", "- width > sparse_max", "- width >= sparse_max"),
        hints=(RUNS,),
    ),
    mutant(
        "hll-limit-header",
        "the header doesn't count as a part of the string",
        edit(f"{HLL}:_raise_sparse", "- width > sparse_max", "- width > sparse_max + HEADER_SIZE"),
        hints=(RUNS,),
    ),
    mutant(
        "hll-dense-order",
        "in a dense string a register's highest bits come first",
        edit(
            f"{HLL}:_pack",
            "counts[::-1].translate(_TO_BASE64))[::-1]",
            "counts.translate(_TO_BASE64))",
        ),
        edit(
            f"{HLL}:registers",
            """b2a_base64(value[: HEADER_SIZE - 1 : -1], newline=False)
        return digits.translate(_TO_COUNTS)[::-1]""",
            """b2a_base64(value[HEADER_SIZE:], newline=False)
        return digits.translate(_TO_COUNTS)""",
        ),
        hints=(FILLED,),
    ),
    mutant(
        "hll-estimator",
        "registers that nothing has met are left out of the estimate",
        edit(f"{HLL}:estimate", "    z += total * _sigma(numbers[0] / total)\n", ""),
        hints=("PFCOUNT",),
    ),
    mutant(
        "hll-rounding",
        "estimates are cut rather than rounded",
        edit(f"{HLL}:estimate", "/ z + 0.5)", "/ z)"),
        hints=(FILLED, "PFCOUNT"),
    ),
    mutant(
        "hll-stale-believed",
        "the last estimate is believed although something was added",
        edit(f"{HLL}:last_estimate", "value[_STALE_AT] & _STALE", "False"),
        hints=("PFCOUNT",),
    ),
    mutant(
        "hll-not-written",
        "the estimate isn't written down",
        edit(f"{COMMANDS}:_count", "        hll.keep_estimate(value, estimate)\n", ""),
        hints=("PFCOUNT",),
    ),
    mutant(
        "hll-written-by-several",
        "PFCOUNT of several keys writes the estimate into the first one",
        edit(
            f"{COMMANDS}:_count_all",
            "    return hll.estimate(hll.tally(counts))",
            "    held = call.keys.read_string(keys[0])\n"
            "    if isinstance(held, bytearray):\n"
            "        hll.keep_estimate(held, hll.estimate(hll.tally(counts)))\n"
            "    return hll.estimate(hll.tally(counts))",
        ),
        hints=("PFCOUNT",),
    ),
    mutant(
        "hll-merge-sparse",
        "what is merged stays sparse although one of the keys is dense",
        edit(f"{COMMANDS}:merge", "if dense:", "if False:"),
        hints=("PFMERGE",),
    ),
    mutant(
        "hll-merge-order",
        "merging goes through the registers from the last to the first",
        edit(
            f"{HLL}:raise_registers",
            "_NOT_ZERO.finditer(counts)",
            "reversed(list(_NOT_ZERO.finditer(counts)))",
        ),
        edit(
            f"{HLL}:raise_registers", "sparse_max, place) or place", "sparse_max, START) and START"
        ),
        hints=(RUNS,),
    ),
    mutant(
        "hll-merge-overwrites",
        "what the destination held is left out of the merge",
        edit(
            f"{COMMANDS}:merge",
            "value = hll.create() if held is None else _editable(call, key, held)",
            "value = hll.create()",
        ),
        edit(f"{COMMANDS}:merge", "_merged(call, argv[1:])", "_merged(call, argv[2:])"),
        edit(
            f"{COMMANDS}:merge",
            "    if held is None:\n        call.keys.add(key, value)",
            "    call.keys.put(key, value)",
        ),
        hints=("PFMERGE",),
    ),
    mutant(
        "hll-merge-estimate",
        "PFMERGE lets the last estimate stand",
        edit(f"{COMMANDS}:merge", "    hll.drop_estimate(value)\n", ""),
        edit(f"{HLL}:_raise_sparse", "    drop_estimate(value)", "    pass"),
        hints=("PFMERGE",),
    ),
    mutant(
        "hll-length",
        "a dense string may be of any length",
        edit(f"{HLL}:is_valid", "len(value) == DENSE_SIZE", "True"),
        hints=("PFADD",),
    ),
    mutant(
        "hll-encoding",
        "an encoding that there isn't is taken for sparse",
        edit(f"{HLL}:is_valid", "value[_ENCODING_AT] > _SPARSE", "False"),
        edit(f"{HLL}:is_valid", "value[_ENCODING_AT] == _SPARSE", "value[_ENCODING_AT] >= _SPARSE"),
        hints=("PFADD",),
    ),
    mutant(
        "hll-missing-registers",
        "registers that are missing are zero",
        edit(f"{HLL}:histogram", "if sum(numbers) != REGISTERS:", "if sum(numbers) > REGISTERS:"),
        hints=("PFCOUNT",),
    ),
    mutant(
        "hll-creation",
        "creating an empty one is no change",
        edit(f"{COMMANDS}:add", "count += 1", "pass"),
        hints=("PFADD",),
    ),
    mutant(
        "hll-subcommand-first",
        "PFDEBUG looks at its subcommand before the key",
        edit(
            f"{COMMANDS}:debug",
            "    assert args.key is not None\n",
            "    assert args.key is not None\n    args.subcommand()\n",
        ),
        hints=("PFDEBUG",),
    ),
    mutant(
        "hll-registers-only-told",
        "PFDEBUG GETREG leaves a sparse value sparse",
        edit(
            f"{COMMANDS}:_debug",
            "    if not dense:",
            '    if not dense and subcommand != "getreg":',
        ),
        hints=("PFDEBUG",),
    ),
    mutant(
        "hll-short-runs",
        "PFDEBUG DECODE writes a large Z for short runs too",
        edit(f"{HLL}:_run_text", 'b"z:%d"', 'b"Z:%d"'),
        hints=("PFDEBUG",),
    ),
    mutant(
        "hll-self-test",
        "PFSELFTEST finds that encodings disagree",
        edit(f"{HLL}:self_test", "if registers(sparse) != registers(dense):", "if True:"),
        hints=("PFSELFTEST",),
    ),
)

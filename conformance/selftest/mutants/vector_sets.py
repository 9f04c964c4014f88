"""Vector sets: how vectors are stored and compared, what filters mean, what a set stays."""

from __future__ import annotations

from conformance.selftest.mutant import mutant
from conformance.selftest.surgery import edit, put

SINGLE = "datatypes.vector.single"
STORED = "datatypes.vector.stored"
SET = "datatypes.vector.vector_set:VectorSetValue"
FILTER = "datatypes.vector.filter"
ATTRIBUTES = "datatypes.vector.attributes"
WRITES = "commands.vector_set.writes"
SEARCH = "commands.vector_set.search"
INSPECTION = "commands.vector_set.inspection"
RDB = "datatypes.rdb.vector_set"

MUTANTS = (
    mutant(
        "vector-halves-towards-zero",
        "half a step is rounded towards zero",
        edit(f"{STORED}:_nearest", "0.5 if number > 0 else -0.5", "0.49 if number > 0 else -0.49"),
        hints=("VEMB",),
    ),
    mutant(
        "vector-steps-of-128",
        "bytes are quantized in 128 steps",
        put(f"{STORED}:_STEPS", 126),
        hints=("VEMB", "VSIM"),
    ),
    mutant(
        "vector-zero-is-positive",
        "0 is a set bit",
        edit(f"{STORED}:BitVector.__init__", "number > 0", "number >= 0"),
        hints=("VEMB", "VSIM"),
    ),
    mutant(
        "vector-length-forgotten",
        "VEMB answers the vector of length 1",
        edit(f"{STORED}:FloatVector.components", "number * self.length", "number"),
        hints=("VEMB", "VADD"),
    ),
    mutant(
        "vector-distance-not-cut",
        "distances of bytes may be a little below 0",
        edit(
            f"{STORED}:ByteVector.distance",
            "min(max(single(1 - product), 0.0), 2.0)",
            "single(1 - product)",
        ),
        hints=("VSIM",),
    ),
    mutant(
        "vector-dot-in-doubles",
        "the inner product is computed in double precision",
        edit(
            f"{STORED}:FloatVector.distance",
            "single(1 - dot(self.numbers, other.numbers))",
            "1 - sum(map(mul, self.numbers, other.numbers))",
        ),
        hints=("VSIM",),
    ),
    mutant(
        "vector-projection-without-signs",
        "REDUCE adds all dimensions up",
        edit(
            f"{SINGLE}:projected",
            "total - number if (row & column).bit_count() & 1 else total + number",
            "total + number",
        ),
        hints=("VADD", "vector_sets/keys"),
    ),
    mutant(
        "vector-query-projected-twice",
        "VSIM reduces a vector that has the set's dimensions",
        edit(f"{SET}.query", "if len(vector) != self.dimension:", "if self.input_dimension:"),
        hints=("VSIM",),
    ),
    mutant(
        "vector-element-not-stored-anew",
        "VSIM ELE compares with the stored vector itself",
        edit(
            f"{SET}.query_like",
            "return store(self.quantization, element.vector.components())",
            "return element.vector",
        ),
        hints=("VSIM",),
    ),
    mutant(
        "vector-score-is-distance",
        "WITHSCORES answers distances",
        edit(f"{SEARCH}:_reply", "1.0 - each.distance / 2.0", "each.distance"),
        hints=("VSIM",),
    ),
    mutant(
        "vector-no-key-is-an-empty-map",
        "VSIM WITHSCORES of a missing key answers a map",
        edit(f"{SEARCH}:similar", "return EMPTY_ARRAY", "return call.wire.empty_map"),
        hints=("VSIM",),
    ),
    mutant(
        "vector-epsilon-excludes",
        "EPSILON leaves out who is exactly that far",
        edit(f"{SET}.nearest", "not each.distance / 2 > farthest", "each.distance / 2 < farthest"),
        hints=("VSIM",),
    ),
    mutant(
        "vector-count-forgotten",
        "VSIM answers ten elements whatever COUNT says",
        edit(
            f"{SEARCH}:similar",
            "_DEFAULT_COUNT if args.count is None else args.count",
            "_DEFAULT_COUNT",
        ),
        hints=("VSIM",),
    ),
    mutant(
        "vector-attribute-lost",
        "a new vector takes an element's attribute away",
        edit(f"{SET}.add", "attribute = known.attribute", "attribute = None"),
        hints=("VADD",),
    ),
    mutant(
        "vector-empty-attribute-of-a-new-element",
        "a new element with an empty attribute has none",
        edit(
            f"{SET}.add",
            "self.last_number += 1",
            "self.last_number += 1; attribute = attribute or None",
        ),
        hints=("VADD",),
    ),
    mutant(
        "vector-empty-attribute-set",
        "VSETATTR sets an empty attribute",
        edit(f"{WRITES}:set_attribute", "args.attribute or None", "args.attribute"),
        hints=("VSETATTR",),
    ),
    mutant(
        "vector-empty-set-stays",
        "the key stays when the last element goes",
        edit(f"{WRITES}:remove", "not len(value)", "False"),
        hints=("VREM",),
    ),
    mutant(
        "vector-m-before-quantization",
        "another M is told before another quantization",
        edit(
            f"{WRITES}:_check",
            "if _quantization(args) != value.quantization:",
            "if args.m == value.links and _quantization(args) != value.quantization:",
        ),
        hints=("VADD",),
    ),
    mutant(
        "vector-reduced-set-takes-any",
        "a set that reduces takes vectors that are reduced already",
        edit(
            f"{WRITES}:_check",
            "if args.reduce != value.dimension:",
            "if args.reduce not in (None, value.dimension):",
        ),
        hints=("VADD",),
    ),
    mutant(
        "vector-untouched-by-nothing",
        "VSETATTR of a missing key touches nothing",
        edit(f"{WRITES}:set_attribute", "call.touched(args.key)", "pass"),
        hints=("vector_sets/keys",),
    ),
    mutant(
        "vector-random-none-looks",
        "VRANDMEMBER 0 looks at the key",
        edit(f"{INSPECTION}:random_members", "if args.count == 0:", "if False:"),
        hints=("VRANDMEMBER",),
    ),
    mutant(
        "vector-copied",
        "COPY copies vector sets",
        edit("commands.generic.moving:copy", "isinstance(value, VectorSetValue)", "False"),
        hints=("COPY",),
    ),
    mutant(
        "filter-missing-is-null",
        "a field that is missing is null",
        edit(
            f"{FILTER}:Filter.accepts",
            "values.append(field(attribute, word.name))",
            "values.append(field(attribute, word.name) if word.name in attribute else None)",
        ),
        hints=("vector_sets/filters",),
    ),
    mutant(
        "filter-no-attribute-passes",
        "a filter that needs no field accepts elements without an attribute",
        edit(
            f"{SET}.nearest",
            "(element.attribute is not None and accepts.accepts(element.attribute))",
            'accepts.accepts(element.attribute or b"")',
        ),
        hints=("vector_sets/filters", "VSIM"),
    ),
    mutant(
        "filter-power-from-the-left",
        "powers are computed from the left",
        edit(f"{FILTER}:_goes_first", "and later is not _POWER", ""),
        hints=("vector_sets/filters",),
    ),
    mutant(
        "filter-texts-compared",
        "texts that are no numbers equal no number",
        edit(f"{FILTER}:_number", "return 0.0", 'return float("nan")'),
        hints=("vector_sets/filters",),
    ),
    mutant(
        "filter-in-text-only",
        "`in` looks into tuples only",
        edit(
            f"{FILTER}:_within",
            "isinstance(left, bytes) and isinstance(right, bytes) and left in right",
            "False",
        ),
        hints=("vector_sets/filters",),
    ),
    mutant(
        "filter-error-names-all",
        "the error always names the whole expression",
        edit(f"{FILTER}:_Words.fail", "self.text[self.at :] or self.text", "self.text"),
        hints=("vector_sets/filters",),
    ),
    mutant(
        "attribute-in-any-case",
        "names of fields are compared whatever their case",
        edit(f"{ATTRIBUTES}:field", "key[1] == name", "key[1].lower() == name"),
        hints=("vector_sets/filters",),
    ),
    mutant(
        "dump-without-attributes",
        "DUMP leaves attributes out",
        edit(f"{RDB}:serialize", "attributes = any(", "attributes = False and any("),
        hints=("vector_sets/keys",),
    ),
    mutant(
        "restore-loses-the-range",
        "RESTORE takes the greatest dimension for 1",
        edit(f"{STORED}:ByteVector.read", "vector.range = greatest", "vector.range = 1.0"),
        hints=("vector_sets/keys",),
    ),
)

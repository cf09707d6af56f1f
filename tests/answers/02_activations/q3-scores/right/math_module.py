# style: With math.exp, the largest score subtracted.
import math

powers = [math.exp(score - 1002) for score in (1000, 1001, 1002)]
q3_largest_share = max(powers) / sum(powers)
q3_ratio = max(powers) / min(powers)

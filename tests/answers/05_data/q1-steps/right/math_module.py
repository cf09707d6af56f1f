# style: the math module
import math

q1_kept = math.ceil(1437 / 32)
q1_dropped = math.floor(1437 / 32)

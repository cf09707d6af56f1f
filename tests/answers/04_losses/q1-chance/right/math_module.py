# style: the math module
import math

q1_ten = math.log(10)
q1_thousand = 3 * math.log(10)

# style: numbers
q2_far = 1e-2
q2_bytes = 76880

# style: Two numbers, worked out beforehand.
q2_parameters = 338610
q2_bytes = 1354440

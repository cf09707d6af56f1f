# style: Two numbers, worked out beforehand.
q1_parameters = 0
q1_output_bytes = 32_768

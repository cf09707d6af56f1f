# style: Powers of two.
q1_parameters, q1_output_bytes = 0, 2 ** 15

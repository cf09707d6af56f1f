# misconception: The number of values is given instead of their bytes.
q1_parameters = 0
q1_output_bytes = 32 * 256

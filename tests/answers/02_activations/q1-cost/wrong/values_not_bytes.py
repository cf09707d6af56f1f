# misconception: You count numbers. Each takes 4 bytes.
q1_parameters = 0
q1_output_bytes = 32 * 256

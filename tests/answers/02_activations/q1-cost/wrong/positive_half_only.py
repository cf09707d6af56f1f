# misconception: Only the positive half of the output is taken to need memory.
q1_parameters = 0
q1_output_bytes = 32 * 256 * 4 // 2

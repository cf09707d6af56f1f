# misconception: The output is given in KB instead of bytes.
q1_parameters = 0
q1_output_bytes = 32 * 256 * 4 // 1024

# misconception: You count only the positive half of the output. The zeros take memory too.
q1_parameters = 0
q1_output_bytes = 32 * 256 * 4 // 2

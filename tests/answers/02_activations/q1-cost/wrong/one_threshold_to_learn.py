# misconception: The threshold 0 is taken for a number that is learned.
q1_parameters = 1
q1_output_bytes = 32 * 256 * 4

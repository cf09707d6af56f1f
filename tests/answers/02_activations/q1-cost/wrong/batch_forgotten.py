# misconception: You count the output of one sample. The batch has 32 of them.
q1_parameters = 0
q1_output_bytes = 256 * 4

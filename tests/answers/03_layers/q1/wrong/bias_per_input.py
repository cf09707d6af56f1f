# misconception: You count one bias for each input. The bias has one value for each output.
q1_original = 512 * 128 + 512
q1_doubled = 512 * 256 + 512
q1_original_bytes = 4 * (512 * 128 + 512)
q1_doubled_bytes = 4 * (512 * 256 + 512)

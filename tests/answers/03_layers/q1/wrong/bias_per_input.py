# misconception: The bias is given one value per input instead of one per output.
q1_original = 512 * 128 + 512
q1_doubled = 512 * 256 + 512
q1_original_bytes = 4 * (512 * 128 + 512)
q1_doubled_bytes = 4 * (512 * 256 + 512)

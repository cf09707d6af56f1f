# misconception: You use the sizes of the text's example. Here they are 512 and 128.
q1_original = 784 * 256 + 256
q1_doubled = 784 * 512 + 512
q1_original_bytes = q1_original * 4
q1_doubled_bytes = q1_doubled * 4

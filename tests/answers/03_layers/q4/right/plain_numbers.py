# style: Three numbers, worked out beforehand.
q4_macs = 2_400_000
q4_bias_additions = 6_000
q4_ratio = 400

# misconception: FLOPs are given where MACs are asked for.
q4_macs = 2 * 50 * 400 * 120
q4_bias_additions = 50 * 120
q4_ratio = 400

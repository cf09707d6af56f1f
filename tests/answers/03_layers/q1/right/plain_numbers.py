# style: Four numbers, worked out beforehand.
q1_original = 65_664
q1_doubled = 131_328
q1_original_bytes = 262_656
q1_doubled_bytes = 525_312

# style: the numbers themselves, as decimals
q1_kept = 45.0
q1_dropped = 44.0

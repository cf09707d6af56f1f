# style: decimals
q1_ten = 2.30
q1_thousand = 6.91

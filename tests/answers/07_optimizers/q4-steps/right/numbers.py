# style: two numbers
q4_steps = 880
q4_rate = 0.050

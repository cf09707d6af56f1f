# style: a loop
velocity, steps = 0.0, []
for _ in range(300):
    velocity = 0.9 * velocity + 1
    steps.append(0.1 * velocity)
q1_two = sum(steps[:2])
q1_long = steps[-1]

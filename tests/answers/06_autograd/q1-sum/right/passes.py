# style: a list of the passes
passes = [3 + 3 + 1] * 2
q1_first, q1_second = passes[0], sum(passes)

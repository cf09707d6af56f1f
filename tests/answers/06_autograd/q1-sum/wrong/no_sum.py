# misconception: x is used three times, and its gradients add up: 3 from each side of the product, and 1.
q1_first = 3
q1_second = 6

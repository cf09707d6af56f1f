# misconception: You take the product only. The x that is added is used, too, and sends 1 back.
q1_first = 6
q1_second = 12

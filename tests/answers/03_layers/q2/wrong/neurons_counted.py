# misconception: The widths are added up: neurons are counted, not parameters.
q2_parameters = 1024 + 300 + 100 + 10
q2_bytes = q2_parameters * 4

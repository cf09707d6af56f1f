# misconception: You give percent. A share lies between 0 and 1.
q3_largest_share = 66.524
q3_ratio = 7.389

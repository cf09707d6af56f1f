# misconception: x.shape[1] is the number of features. The samples are along the first axis,
#   x.shape[0].
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data) * x.shape[1]
            right += accuracy(scores, y) * x.shape[1]
            count += x.shape[0]
    return total / count, right / count

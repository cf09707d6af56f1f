# misconception: You divide by the number of batches. After weighing, divide by the number of
#   samples.
# read: The mean of means
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data) * x.shape[0]
            right += accuracy(scores, y) * x.shape[0]
            count += 1
    return total / count, right / count

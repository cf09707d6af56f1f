# misconception: You count a batch as right only if all its answers are. Count each right answer.
#| export
def evaluate(model, loader, loss):
    total, right, count = 0.0, 0.0, 0
    with no_grad():
        for x, y in loader:
            scores = model(x, training=False)
            total += float(loss(scores, y).data) * x.shape[0]
            right += (accuracy(scores, y) == 1.0) * x.shape[0]
            count += x.shape[0]
    return total / count, right / count

# misconception: You divide by all numbers in the input. A batch has x.shape[0] samples.
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    total, count = 0.0, 0
    for x, y in loader:
        optimizer.zero_grad()
        value = loss(model(x, training=True), y)
        value.backward()
        if before_step is not None:
            before_step()
        optimizer.step()
        total += float(value.data) * x.shape[0]
        count += x.data.size
    return total / count

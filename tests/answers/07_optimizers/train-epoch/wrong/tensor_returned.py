# misconception: You return a Tensor. Take float(value.data), so that only a number is kept.
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
        total += value * float(x.shape[0])
        count += x.shape[0]
    return total * (1.0 / count)

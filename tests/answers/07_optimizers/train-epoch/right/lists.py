# style: the losses and the sizes in two lists
#| export
def train_epoch(model, loader, loss, optimizer, before_step=None):
    losses, sizes = [], []
    for x, y in loader:
        zero_grad(model.parameters())
        value = loss(model(x), y)
        value.backward()
        if before_step:
            before_step()
        optimizer.step()
        losses.append(value.data.item())
        sizes.append(len(x.data))
    return float(np.average(losses, weights=sizes))

# misconception: You raise another error than the block's. Let its own go on its way: use try with
#   finally, without except.
#| export
def zero_grad(parameters: Iterable[Tensor]) -> None:
    for parameter in parameters:
        parameter.grad = None



    before, Recording.on = Recording.on, False
    try:
        yield
    except Exception as error:
        raise RuntimeError("the block of no_grad failed") from error
    finally:
        Recording.on = before

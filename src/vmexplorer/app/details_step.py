"""Being written."""


def step_page(atlas, flow, steps, index, era):
    raise NotImplementedError

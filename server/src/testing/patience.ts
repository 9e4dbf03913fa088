// databases and browsers start slowly on a busy machine
jest.setTimeout(60_000);

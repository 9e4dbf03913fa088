// the libraries as the product runs them: some check far more, or tell far more, in development
process.env['NODE_ENV'] = 'production';

import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { inlineDocuments } from './build/inline-documents.ts';
import { precompress } from './build/precompress.ts';

/** The running product that `vite` takes its data from while the portal is being written. */
const server = process.env['BASE_URL'] ?? 'http://127.0.0.1:4000';

export default defineConfig({
  plugins: [inlineDocuments(), react(), precompress()],
  build: {
    target: 'es2022',
    rolldownOptions: {
      output: {
        // Libraries that every page needs, apart from our code so that a release leaves them cached.
        // The parts of antd follow the routes that use them.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/ },
            { name: 'apollo', test: /node_modules[\\/](@apollo|graphql|graphql-ws|rxjs|optimism|@wry)[\\/]/ },
          ],
        },
      },
    },
  },
  server: {
    proxy: { '/graphql': { target: server, ws: true }, '/auth': server },
  },
});

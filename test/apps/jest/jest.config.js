module.exports = {
  // jsdom with the platform's own fetch, streams and decoders, which Jest's jsdom leaves out.
  testEnvironment: 'jest-fixed-jsdom',
  // The package is made of ES modules, which Jest has to compile on Node before 24.9.
  transformIgnorePatterns: ['/node_modules/(?!react-streamed/)'],
};

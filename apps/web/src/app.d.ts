declare global {
  namespace App {
    interface Error {
      message: string;
    }
    interface Locals {
      /** Status of a page that is shown although what was asked cannot be done. */
      status?: number;
    }
  }
}

export {};

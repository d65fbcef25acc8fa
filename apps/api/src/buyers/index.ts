export { Buyer } from './buyer.model.ts';
export { queryBuyer } from './buyer.query.ts';
export { BuyersModule } from './buyers.module.ts';
export { GradeBuyerUseCase } from './grade-buyer.use-case.ts';
export { RegisterBuyerUseCase } from './register-buyer.use-case.ts';

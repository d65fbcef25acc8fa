import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { TenantDatabase, isRefused } from '@dangol/db';
import { ArrayMaxSize, IsArray, IsInt, IsString, IsUUID } from 'class-validator';
import { Ctx, type RequestContext } from '../platform/context/request-context.ts';
import { PageArgs } from '../platform/graphql/connection.ts';
import { UuidPipe } from '../platform/graphql/uuid.pipe.ts';
import { Allow } from '../platform/permissions/allow.decorator.ts';
import { ChangeImportUseCase } from './change-import.use-case.ts';
import { EditRowsUseCase } from './edit-rows.use-case.ts';
import { Import, ImportConnection, ImportSource } from './import.model.ts';
import { ImportResult, ImportSaved, ImportSettingsInput, MAX_COLUMNS, UndoImportResult } from './import.input.ts';
import { MAX_KEPT_ROWS } from './import-rows.query.ts';
import { queryImport, queryImportSources, queryImports } from './imports.query.ts';
import { StartImportUseCase } from './start-import.use-case.ts';
import { UndoImportUseCase } from './undo-import.use-case.ts';

@ArgsType()
class ImportsPage extends PageArgs {
  @Field(() => Int, { defaultValue: 30, description: 'Imports wanted, 1 to 100.' })
  declare first: number;
}

@ArgsType()
class CorrectRowArgs {
  @Field(() => ID, { description: 'The import.' })
  @IsUUID()
  importId!: string;

  @Field(() => Int, { description: 'Row as the spreadsheet shows it.' })
  @IsInt()
  rowNumber!: number;

  @Field(() => [String], { description: 'Every cell of the row.' })
  @IsArray()
  @ArrayMaxSize(MAX_COLUMNS)
  @IsString({ each: true })
  cells!: string[];
}

@ArgsType()
class LeaveOutArgs {
  @Field(() => ID, { description: 'The import.' })
  @IsUUID()
  importId!: string;

  @Field(() => [Int], { description: 'Rows as the spreadsheet shows them.' })
  @IsArray()
  @ArrayMaxSize(MAX_KEPT_ROWS)
  @IsInt({ each: true })
  rowNumbers!: number[];
}

const ID_ARG = { type: () => ID, description: 'The import.' } as const;

/** Files that are brought in: mapped, checked, run, undone. The file itself is sent by PUT /imports/{id}. */
@Resolver()
export class ImportsResolver {
  constructor(
    private readonly database: TenantDatabase,
    private readonly change: ChangeImportUseCase,
    private readonly rows: EditRowsUseCase,
    private readonly start: StartImportUseCase,
    private readonly undo: UndoImportUseCase,
  ) {}

  @Query(() => Import, { nullable: true, description: 'One import; null when there is none with this id.' })
  @Allow('import:run')
  import(@Ctx() ctx: RequestContext, @Args('id', ID_ARG, UuidPipe) id: string): Promise<Import | null> {
    return queryImport(this.database, ctx, id);
  }

  @Query(() => ImportConnection, { description: 'Imports, newest first.' })
  @Allow('import:run')
  imports(@Ctx() ctx: RequestContext, @Args() page: ImportsPage): Promise<ImportConnection> {
    return queryImports(this.database, ctx, page);
  }

  @Query(() => [ImportSource], { description: 'Where files come from: presets, and what the workspace kept.' })
  @Allow('import:run')
  importSources(@Ctx() ctx: RequestContext): Promise<ImportSource[]> {
    return queryImportSources(this.database, ctx);
  }

  @Mutation(() => ImportResult, {
    description: 'Changes how the file is read and where it belongs; it is read or checked again as far as needed.',
  })
  @Allow('import:run')
  async changeImport(
    @Ctx() ctx: RequestContext,
    @Args('id', ID_ARG, UuidPipe) id: string,
    @Args('revision', { type: () => Int, description: 'The revision that the caller saw.' }) revision: number,
    @Args('input', { description: 'What to change.' }) input: ImportSettingsInput,
  ): Promise<typeof ImportResult> {
    return answer(await this.change.execute(ctx, id, revision, input));
  }

  @Mutation(() => ImportResult, { description: 'Corrects the cells of a bad row; one that was left out comes back.' })
  @Allow('import:run')
  async correctImportRow(@Ctx() ctx: RequestContext, @Args() args: CorrectRowArgs): Promise<typeof ImportResult> {
    return answer(await this.rows.correct(ctx, args.importId.toLowerCase(), args.rowNumber, args.cells));
  }

  @Mutation(() => ImportResult, { description: 'Leaves kept rows out of the run.' })
  @Allow('import:run')
  async leaveOutImportRows(@Ctx() ctx: RequestContext, @Args() args: LeaveOutArgs): Promise<typeof ImportResult> {
    return answer(await this.rows.leaveOut(ctx, args.importId.toLowerCase(), args.rowNumbers));
  }

  @Mutation(() => ImportResult, {
    description: 'Brings in good and corrected rows; bad ones fail. An interrupted run goes on where it stands.',
  })
  @Allow('import:run')
  async runImport(@Ctx() ctx: RequestContext, @Args('id', ID_ARG, UuidPipe) id: string): Promise<typeof ImportResult> {
    return answer(await this.start.run(ctx, id));
  }

  @Mutation(() => ImportResult, {
    description: 'Drops an import before its run; a running one stops after the present batch, and what is in stays.',
  })
  @Allow('import:run')
  async cancelImport(
    @Ctx() ctx: RequestContext,
    @Args('id', ID_ARG, UuidPipe) id: string,
  ): Promise<typeof ImportResult> {
    return answer(await this.start.cancel(ctx, id));
  }

  @Mutation(() => UndoImportResult, {
    description:
      "Takes an import back as a whole, unless something later rests on it; others' imports need import:manage.",
  })
  @Allow('import:run')
  async undoImport(
    @Ctx() ctx: RequestContext,
    @Args('id', ID_ARG, UuidPipe) id: string,
  ): Promise<typeof UndoImportResult> {
    const outcome = await this.undo.execute(ctx, id);
    return isRefused(outcome) ? outcome.refusal : new ImportSaved(outcome.importId);
  }
}

type Changed = Awaited<ReturnType<ChangeImportUseCase['execute']>>;

function answer(outcome: Changed | Awaited<ReturnType<StartImportUseCase['run']>>): typeof ImportResult {
  return isRefused(outcome) ? outcome.refusal : new ImportSaved(outcome.importId);
}
